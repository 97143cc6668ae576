import { NO_DETAILS } from '../model/participant';
import type { DetailField } from '../model/participant';
import type { Role } from './roles';

/** What a role is not told of an event. */
export interface Hidden {
  /** Fields of participants that are empty for it. */
  people: ReadonlySet<DetailField>;
  /** Whether the guests' opinions are empty for it. */
  opinions: boolean;
}

const PRIVATE: ReadonlySet<DetailField> = new Set([
  'email',
  'phone',
  'diet',
  'notes',
  'offers',
  'needs',
  'externalId',
  'answers',
  'consentContact',
  'consentPhoto',
]);

/** Null for the desk, from which nothing is hidden. Whoever gets no state is hidden everything. */
export function hiddenFrom(role: Role): Hidden | null {
  if (role === 'desk') return null;
  if (role === 'reception') return { people: new Set(), opinions: true };
  return { people: PRIVATE, opinions: true };
}

/** Stands where a hash is: that there is a PIN may be known, so that a page can be locked. */
const SOME_PIN = 'set';

export const hiddenPin = (hash: string): string => (hash === '' ? '' : SOME_PIN);

/** The same fields, those that are hidden with the value of one that was never stated. */
export function blanked<T extends object>(fields: T, { people }: Hidden): T {
  const blank: Record<string, unknown> = {};
  for (const field of people) if (field in fields) blank[field] = NO_DETAILS[field];
  return { ...fields, ...blank };
}

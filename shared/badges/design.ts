import { z } from 'zod';
import { backDesignSchema, DEFAULT_BACK } from './back';

/** Everything that can stand on the front of a badge. */
export const BADGE_ELEMENTS = [
  'logo',
  'event',
  'firstName',
  'lastName',
  'title',
  'organisation',
  'role',
  'sector',
  'offers',
  'needs',
  'qr',
] as const;
export type BadgeElement = (typeof BADGE_ELEMENTS)[number];

export const SIZE_STEPS = ['small', 'normal', 'large'] as const;
export type SizeStep = (typeof SIZE_STEPS)[number];

/** Roles that may have a colour of their own; `other` is any role that Nuija has no word for. */
export const COLOURED_ROLES = [
  'participant',
  'speaker',
  'panelist',
  'moderator',
  'organiser',
  'other',
] as const;
export type ColouredRole = (typeof COLOURED_ROLES)[number];

const COLOURED_SECTORS = ['private', 'public', 'third', 'other'] as const;

/** `#rrggbb`, or '' for what is usual: the event's accent for roles, Nuija's own for sectors. */
const colour = z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i)]);

const elementSchema = z.object({
  element: z.enum(BADGE_ELEMENTS),
  shown: z.boolean(),
  size: z.enum(SIZE_STEPS),
});
export type ElementDesign = z.infer<typeof elementSchema>;

/**
 * What the badges of an event look like, whatever they are printed on. It is part of the state, so its
 * parts are of kinds that `shared/model/readAs.ts` looks through without zod.
 */
export const badgeDesignSchema = z.object({
  /** From top to bottom; neighbours of one line (logo and event, role and sector) from left to right. */
  elements: z.array(elementSchema).max(BADGE_ELEMENTS.length),
  roles: z.object(byKey(COLOURED_ROLES)),
  sectors: z.object(byKey(COLOURED_SECTORS)),
  /** A band for every role, also for those who are simply participants. */
  bandForAll: z.boolean(),
  back: backDesignSchema,
  /** Hairlines on sheets that have to be cut. */
  cutMarks: z.boolean(),
  /** Language of roles, sectors, date and what else Nuija words itself. */
  language: z.enum(['fi', 'sv', 'en']),
});
export type BadgeDesign = z.infer<typeof badgeDesignSchema>;

const HIDDEN: readonly BadgeElement[] = ['offers', 'needs'];

/** A badge as it is before anybody has changed anything: a large first name, and all that helps to talk. */
export const DEFAULT_DESIGN: BadgeDesign = {
  elements: BADGE_ELEMENTS.map((element) => ({
    element,
    shown: !HIDDEN.includes(element),
    size: 'normal',
  })),
  roles: { participant: '', speaker: '', panelist: '', moderator: '', organiser: '', other: '' },
  sectors: { private: '', public: '', third: '', other: '' },
  bandForAll: false,
  back: DEFAULT_BACK,
  cutMarks: true,
  language: 'fi',
};

/** Each element once, in order: those that the design does not name come hidden at its end. */
export function everyElement(design: Pick<BadgeDesign, 'elements'>): ElementDesign[] {
  const found = new Map<BadgeElement, ElementDesign>();
  for (const one of design.elements) if (!found.has(one.element)) found.set(one.element, one);
  for (const element of BADGE_ELEMENTS) {
    if (!found.has(element)) found.set(element, { element, shown: false, size: 'normal' });
  }
  return [...found.values()];
}

/** A design with one element somewhere else in the order. `to` counts from 0, without the element itself. */
export function withMoved(design: BadgeDesign, element: BadgeElement, to: number): BadgeDesign {
  const all = everyElement(design);
  const moved = all.find((one) => one.element === element);
  if (!moved) return design;
  const others = all.filter((one) => one !== moved);
  const at = Math.max(0, Math.min(others.length, to));
  return { ...design, elements: [...others.slice(0, at), moved, ...others.slice(at)] };
}

/** A design with something about one element changed. */
export function withElement<D extends Pick<BadgeDesign, 'elements'>>(
  design: D,
  element: BadgeElement,
  part: Partial<Omit<ElementDesign, 'element'>>,
): D {
  const elements = everyElement(design).map((one) =>
    one.element === element ? { ...one, ...part } : one,
  );
  return { ...design, elements };
}

/** A design that shows these elements and no others, for those who state nothing but that. */
export function showing(design: BadgeDesign, shown: readonly BadgeElement[]): BadgeDesign {
  const elements = everyElement(design).map((one) => ({
    ...one,
    shown: shown.includes(one.element),
  }));
  return { ...design, elements };
}

function byKey<const K extends string>(keys: readonly K[]): Record<K, typeof colour> {
  const shape: Partial<Record<K, typeof colour>> = {};
  for (const key of keys) shape[key] = colour;
  return whole(shape, keys);
}

function whole<K extends string, V>(part: Partial<Record<K, V>>, keys: readonly K[]): Record<K, V> {
  const isWhole = (value: Partial<Record<K, V>>): value is Record<K, V> =>
    keys.every((key) => value[key] !== undefined);
  if (!isWhole(part)) throw new Error('A key was left out.');
  return part;
}

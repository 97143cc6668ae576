import type { Details } from '../model/participant';

/** What a person is recognised by, folded so that case and blanks do not matter; '' = not stated. */
export interface Identity {
  /** First and last name together. */
  name: string;
  email: string;
  organisation: string;
  externalId: string;
}

export function identityOf(fields: Partial<Details>): Identity {
  const { firstName = '', lastName = '' } = fields;
  return {
    name: foldText(firstName && lastName ? `${firstName} ${lastName}` : firstName || lastName),
    email: foldText(fields.email ?? ''),
    organisation: foldText(fields.organisation ?? ''),
    externalId: fields.externalId?.trim() ?? '',
  };
}

/** Nothing to fold but the case: composed Latin letters without blanks beside single ones within. */
const PLAIN = /^[!-~\u00C0-\u017F]*(?: [!-~\u00C0-\u017F]+)*$/;

/** Lower case, composed, single blanks: texts that only look different are one. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Key of a name within an organisation; '' when neither is stated. */
export function placeOf({ name, organisation }: Pick<Identity, 'name' | 'organisation'>): string {
  return name || organisation ? `${name}\n${organisation}` : '';
}

/** How far a row speaks for being a certain person. */
export type Agreement = 'agrees' | 'open' | 'disagrees';

/**
 * Whether name or e-mail agree. `open` where there is nothing to compare: a side does not state
 * them, or (`loose`) they were changed at a desk since.
 */
export function agreement(
  row: Identity,
  person: Identity,
  loose: { name: boolean; email: boolean },
): Agreement {
  if (row.name && row.name === person.name) return 'agrees';
  if (row.email && row.email === person.email) return 'agrees';
  const compared =
    (row.name && person.name && !loose.name) || (row.email && person.email && !loose.email);
  return compared ? 'disagrees' : 'open';
}

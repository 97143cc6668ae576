import { COLUMN_FIELDS } from '../../../shared/intake/columns';
import type { ColumnField } from '../../../shared/intake/columns';
import { normalised } from './normalised';
import { remembering } from './remembering';
import { WHOLE, WITHIN } from './vocabulary';

const whole = new Map<string, ColumnField>();
for (const field of COLUMN_FIELDS) {
  for (const words of WHOLE[field]) whole.set(normalised(words), field);
}

/** A ticked "Minua ei saa kuvata" is no consent: what forbids is kept as an answer, for a person to read. */
const NEGATED = / (ei|en|eivät|älä|älkää|kiellän|inte|ej|nej|not|no|don t) /;

/** A field, and whether the whole heading names it, not only words within it. */
export interface Recognised {
  field: ColumnField;
  sure: boolean;
}

/** The field a heading names. */
export const recognise: (heading: string) => Recognised | undefined = remembering(lookUp);

function lookUp(heading: string): Recognised | undefined {
  const words = normalised(heading);
  if (!words) return undefined;
  const exact = whole.get(words);
  if (exact) return { field: exact, sure: true };
  const within = ` ${words}`;
  const found = WITHIN.find(([, ...phrases]) =>
    phrases.every((phrase) => within.includes(` ${phrase}`)),
  );
  if (!found || (found[0].startsWith('consent') && NEGATED.test(`${within} `))) return undefined;
  return { field: found[0], sure: false };
}

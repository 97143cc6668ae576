import { COLUMN_FIELDS } from '../../../shared/intake/columns';
import type { ColumnField } from '../../../shared/intake/columns';
import { normalised } from './normalised';
import { WHOLE, WITHIN } from './vocabulary';

const whole = new Map<string, ColumnField>();
for (const field of COLUMN_FIELDS) {
  for (const words of WHOLE[field]) whole.set(normalised(words), field);
}

/** The field a heading names. `sure` when the whole heading does, not only words within it. */
export function recognise(heading: string): { field: ColumnField; sure: boolean } | undefined {
  const words = normalised(heading);
  if (!words) return undefined;
  const exact = whole.get(words);
  if (exact) return { field: exact, sure: true };
  const within = ` ${words}`;
  const found = WITHIN.find(([, ...phrases]) =>
    phrases.every((phrase) => within.includes(` ${phrase}`)),
  );
  return found && { field: found[0], sure: false };
}

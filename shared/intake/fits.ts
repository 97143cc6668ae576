import { z } from 'zod';
import type { Details } from '../model/participant';
import { detailsSchema, SECTORS } from '../model/participant';

/** Longest text of each field that is one text, in characters, as the schema has it. */
const LONGEST = new Map<string, number>(
  Object.entries(detailsSchema.shape).flatMap(([field, schema]) =>
    schema instanceof z.ZodString ? [[field, schema.maxLength ?? Infinity] as const] : [],
  ),
);

/**
 * Longest text, in characters, that surely fits into a field, into lists, and into an answer (''), whatever
 * is made of it.
 */
export function roomFor(field: string): number {
  return Math.min(LONGEST.get(field) ?? (field === '' ? SHORT : FEW), SHORT);
}

const SECTOR = new Set<string>(['', ...SECTORS]);

/** Texts in lists and answers that are no longer than this fit whatever the field. */
const SHORT = 500;
/** Lists of no more than this many texts fit. */
const FEW = 100;

/**
 * Whether the fields are surely within the schema's bounds, told without the schema, which takes
 * 20 µs a row. `false` means only that the schema has to say.
 */
export function surelyFits(fields: Partial<Details>): boolean {
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string') {
      const longest = LONGEST.get(field);
      const fits = longest === undefined ? SECTOR.has(value) : value.length <= longest;
      if (!fits) return false;
    } else if (field === 'answers' || field === 'offers' || field === 'needs') {
      if (!areShort(value)) return false;
    } else if (typeof value !== 'boolean') return false;
  }
  return true;
}

function areShort(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const texts = Object.entries(value);
  return (
    (!Array.isArray(value) || texts.length <= FEW) &&
    texts.every(
      ([key, text]) => key.length <= SHORT && typeof text === 'string' && text.length <= SHORT,
    )
  );
}

import type { Language } from '../../../words/languages';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes with its unit, to two digits or so: `12,3 Gt`. */
export function sizeInWords(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit++) value /= 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    maximumFractionDigits: value < 100 && unit > 1 ? 1 : 0,
  }).format(value);
}

import words from '../../../resources/locales/en/import.json';
import { DeskError } from '../../../shared/contract';

/** Why a whole file cannot be read: `error.<code>` in resources/locales/…/import.json. */
export const REFUSAL_CODES = [
  'empty',
  'tooLarge',
  'headersOnly',
  'oldExcel',
  'protected',
  'binaryWorkbook',
  'openDocument',
  'numbers',
  'wordFile',
  'picture',
  'contacts',
  'nuijaExport',
  'archive',
  'pdf',
  'webPage',
  'notWorkbook',
  'notText',
  'damaged',
  'unpacksTooLarge',
  'sheetTooLarge',
  'tooMuch',
  'givenUp',
  'tooManyColumns',
  'tooManyRows',
  'cellTooLong',
  'headingTooLong',
  'openQuote',
  'noSuchRow',
  'unknownSheet',
  'unknownColumn',
  'unknownField',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The error for a file that cannot be read, with code `import.<code>` and its English sentence. */
export function refusal(
  code: RefusalCode,
  params: Record<string, string | number> = {},
): DeskError {
  const sentence = words[`error.${code}`].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
  return new DeskError(`import.${code}`, params, sentence);
}

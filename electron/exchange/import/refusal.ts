import { DeskError } from '../../../shared/contract';

/**
 * Why a whole file cannot be read, with the English sentence that says what to do. Key: the code
 * after `import.`; the same under `error.` in resources/locales/…/import.json.
 */
const SENTENCES = {
  empty: '“{{file}}” is empty: choose a file with registrations, or copy the cells again.',
  tooLarge:
    '“{{file}}” is {{size}} MB, more than the {{max}} MB that can be read: save only the sheet with the registrations.',
  oldExcel:
    '“{{file}}” is in the format of Excel 97–2003 (.xls) or protected with a password: open it in Excel and save it as .xlsx or .csv without a password.',
  pdf: '“{{file}}” is a PDF: save the original table as .xlsx or .csv.',
  webPage:
    '“{{file}}” is a web page: open it in a spreadsheet program and save it as .xlsx or .csv.',
  notWorkbook:
    '“{{file}}” is not an Excel workbook (.xlsx): open it in the program it was made with and save it as .xlsx or .csv.',
  notText: '“{{file}}” is neither a table nor text: save the registrations as .xlsx or .csv.',
  damaged: '“{{file}}” is damaged: save or download it again.',
  unpacksTooLarge:
    '“{{file}}” would unpack to more than the {{max}} MB that can be read: save only the sheet with the registrations.',
  tooManyColumns:
    'The table has {{columns}} columns, more than the {{max}} that can be read: delete those that are not needed.',
  tooManyRows:
    'The table has {{rows}} rows, more than the {{max}} that can be read: split the file.',
  cellTooLong:
    'Row {{row}}, column {{column}} holds more than {{max}} characters: shorten the text.',
  headingTooLong: 'The heading of column {{column}} is longer than {{max}} characters: shorten it.',
  openQuote:
    'A quotation mark that begins on row {{row}} is never closed: add the closing one, or save the file as .xlsx.',
  unknownSheet: 'There is no sheet “{{sheet}}”; the sheets are: {{sheets}}. Name one of them.',
  unknownColumn:
    'There is no column “{{heading}}”; the columns are: {{columns}}. Write the heading as it is in the file.',
  unknownField:
    '“{{field}}” is not a field a column can be read into; the fields are: {{fields}}. Name one of them.',
} as const;

export type RefusalCode = keyof typeof SENTENCES;

/** The error for a file that cannot be read, with code `import.<code>`. */
export function refusal(
  code: RefusalCode,
  params: Record<string, string | number> = {},
): DeskError {
  const sentence = SENTENCES[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
  return new DeskError(`import.${code}`, params, sentence);
}

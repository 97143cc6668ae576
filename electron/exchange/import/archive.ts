import type { RefusalCode } from './refusal';

/**
 * Why a zip is no workbook, told by the names of its entries; null when it is one. Many programs'
 * files are zips.
 */
export function wrongArchive(entries: readonly string[]): RefusalCode | null {
  const has = (name: string) => entries.includes(name);
  const some = (test: RegExp) => entries.some((name) => test.test(name));
  if (has('xl/workbook.xml')) return null;
  if (has('xl/workbook.bin')) return 'binaryWorkbook';
  if (has('word/document.xml')) return 'wordFile';
  if (some(/\.iwa$|^Index\.zip$/)) return 'numbers';
  if (has('mimetype') && has('content.xml')) return 'openDocument';
  if (some(/\.(csv|txt|xlsx|xls|ods)$/i)) return 'archive';
  return 'notWorkbook';
}

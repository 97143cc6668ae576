import { extname, resolve } from 'node:path';

/** Ends of the names of files that the app opens: an exported event, and a backup. */
export const EVENT_FILES = ['.nuija', '.json'] as const;
export const BACKUP_FILES = ['.nuija-backup'] as const;
const OPENED: readonly string[] = [...EVENT_FILES, ...BACKUP_FILES];

/**
 * The files among the words of a start, absolute: `nuija event.nuija`, or a double click on it. The
 * first word is the program; in development the second is its folder, which has no such ending.
 */
export function fileArguments(words: readonly string[], folder: string): string[] {
  const files: string[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--data') i++;
    else if (!word.startsWith('-') && OPENED.includes(extname(word).toLowerCase())) {
      files.push(resolve(folder, word));
    }
  }
  return files;
}

/**
 * The words of the command line among those of a start (`nuija verify --json`), the verb first; null when
 * the app is to open its window. `words` are those behind the program. What stands before the verb is
 * Chromium's, but for the data folder, which is ours.
 */
export function commandWords(words: readonly string[]): string[] | null {
  const ours: string[] = [];
  for (const [i, word] of words.entries()) {
    if (words[i - 1] === '--data') ours.push('--data', word);
    else if (!word.startsWith('-')) {
      return /^[a-z]+$/.test(word) ? [...words.slice(i), ...ours] : null;
    }
  }
  return null;
}

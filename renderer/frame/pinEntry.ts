/** Longest and shortest PIN, in digits. */
export const PIN_LENGTH = { least: 4, most: 8 } as const;

/** What has been typed at a locked page, and whether it can be a PIN at all. */
export interface Entry {
  digits: string;
  /** Something else than digits came in: a scanner, or a hand on the wrong keys. */
  foreign: boolean;
}

export const NOTHING_TYPED: Entry = { digits: '', foreign: false };

/**
 * The entry after one more key. A scanned code is longer than a PIN and has letters in it: it marks the
 * entry as foreign until Enter clears it, so that a scan is neither taken nor counted as a wrong try.
 */
export function withKey(entry: Entry, key: string): Entry {
  if (key === 'Backspace') return { ...entry, digits: entry.digits.slice(0, -1) };
  if (key.length !== 1) return entry;
  const fits = /^\d$/.test(key) && entry.digits.length < PIN_LENGTH.most;
  return fits && !entry.foreign
    ? { digits: entry.digits + key, foreign: false }
    : { digits: '', foreign: true };
}

/** Whether Enter may try it. */
export function isComplete({ digits, foreign }: Entry): boolean {
  return !foreign && digits.length >= PIN_LENGTH.least;
}

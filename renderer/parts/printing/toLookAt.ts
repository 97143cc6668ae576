import type { Job } from './jobsWatch';

/** What a badge lacks that was to be on it; a word on two lines is nothing to stop anybody for. */
const LACKS: ReadonlySet<string> = new Set(['cut-short', 'missing-glyph', 'no-name']);

/** Whoever prints more than these at once has looked at them on the badges' own screen. */
const AT_CHECK_IN = 20;

/** A job with what is to be said of its badges. */
export type Look = Pick<Job, 'id' | 'warnings'>;

/** What is to be looked at before a badge is handed out, by job; `seen` are those that somebody has looked at. */
export function toLookAt(jobs: readonly Job[], seen: ReadonlySet<string>): Look[] {
  return jobs
    .filter(({ id, who, phase }) => {
      return phase !== 'cancelled' && who.length <= AT_CHECK_IN && !seen.has(id);
    })
    .map(({ id, warnings }) => ({
      id,
      warnings: warnings.filter(({ code, kind }) => code !== '' && LACKS.has(kind)),
    }))
    .filter(({ warnings }) => warnings.length > 0);
}

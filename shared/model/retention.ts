import type { EventInfo } from './event';

const DAY = 86_400_000;

/**
 * The day from which an event's personal data are due to be erased, when that is `today` or earlier; both
 * YYYY-MM-DD. Null while they may be kept: `retentionDays` 0 means until somebody decides, a sample has nobody's,
 * and what has been erased is done.
 */
export function erasureDue(
  event: Pick<EventInfo, 'date' | 'retentionDays' | 'erasedAt' | 'sample'>,
  today: string,
): string | null {
  if (event.retentionDays === 0 || event.erasedAt !== null || event.sample) return null;
  const due = new Date(Date.parse(`${event.date}T00:00:00Z`) + event.retentionDays * DAY)
    .toISOString()
    .slice(0, 10);
  return due <= today ? due : null;
}

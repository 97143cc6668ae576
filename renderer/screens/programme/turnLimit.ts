import { MINUTE, SECOND } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';

/** The limit of one turn as it is typed: `2`, `1:30`; '' for none. A turn is minutes and seconds. */
export function turnLimitText(ms: Duration): string {
  if (ms <= 0) return '';
  const seconds = Math.round(ms / SECOND);
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest === 0 ? String(minutes) : `${minutes}:${String(rest).padStart(2, '0')}`;
}

/** Reads `2`, `1,5`, `1:30` or `90 s`; 0 for an empty text, null where it means nothing. ms. */
export function readTurnLimit(text: string): Duration | null {
  const typed = text.trim().toLowerCase();
  if (typed === '') return 0;
  const seconds = /^(\d{1,4})\s*s$/.exec(typed);
  if (seconds) return Number(seconds[1]) * SECOND;
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * MINUTE + Number(clock[2]) * SECOND;
  const minutes = /^(\d{1,3}(?:[.,]\d)?)\s*(?:min)?$/.exec(typed)?.[1];
  return minutes === undefined ? null : Math.round(Number(minutes.replace(',', '.')) * MINUTE);
}

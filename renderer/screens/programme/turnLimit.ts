import { SECOND } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';
import { readSpan } from '../panel/span';

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
  return text.trim() === '' ? 0 : readSpan(text, 'minutes');
}

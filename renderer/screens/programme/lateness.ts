import { MINUTE } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';

/** Lateness in whole minutes as people say it; below half a minute nobody is late. */
export interface Lateness {
  is: 'late' | 'early' | 'onTime';
  minutes: number;
}

/** `ms` > 0 is later than planned. */
export function latenessOf(ms: Duration): Lateness {
  const minutes = Math.round(Math.abs(ms) / MINUTE);
  if (minutes === 0) return { is: 'onTime', minutes: 0 };
  return { is: ms > 0 ? 'late' : 'early', minutes };
}

/** A length as it is written: `45 min`, `1 h`, `1 h 30 min`, `90 s` only where minutes do not do. */
export function lengthText(ms: Duration): string {
  if (ms % MINUTE !== 0 && ms < 10 * MINUTE) return `${Math.round(ms / 1_000)} s`;
  const minutes = Math.round(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

import type { Duration } from '../../../shared/model/units';

/** The desk tells every second that it is there; two missed and a little more, and it is gone. ms. */
export const STALE_AFTER: Duration = 2_500;

/** What a stage screen knows of the line to its desk; `heard` and `steady` are monotonic ms. */
export interface Line {
  heard: Duration | null;
  lost: boolean;
  steady: Duration;
}

/** Whether what is shown may be out of date: said within three seconds, at once when the line is lost. */
export function isStale({ heard, lost, steady }: Line): boolean {
  return lost || heard === null || steady - heard > STALE_AFTER;
}

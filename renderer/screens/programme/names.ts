import type { Session } from '../../../shared/model/session';
import { seated } from '../../../shared/model/session';

/** Speakers as stated, or those at the panel's table. */
export function namesOf({ speakers, panel }: Session): string {
  const stated = speakers.map((speaker) => speaker.name);
  const seats = panel ? seated(panel).map((seat) => seat.name) : [];
  return (stated.length ? stated : seats).filter(Boolean).join(', ');
}

import { hasCome } from '../model/participant';
import type { Participant } from '../model/participant';
import type { Instant } from '../model/units';
import { bySector, countOrganisations, groupsOf, isRegistered, regionOf } from './groups';
import { isKnown } from './known';
import type { Attendance } from './model';

/** A whole that is nothing has no parts. */
export const ratio = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;

/**
 * Who signed up, who came and who did not. `ended` = when the programme was over, actual or planned;
 * null when there is none: then nobody left early. Definitions: docs/figures.md.
 */
export function attendanceOf(people: readonly Participant[], ended: Instant | null): Attendance {
  const here = people.filter(hasCome);
  const registered = people.filter(isRegistered).length;
  const gaveUp = (one: Participant) => one.status === 'cancelled' && !hasCome(one);
  const cancelled = people.filter((one) => isRegistered(one) && gaveUp(one)).length;
  const willCome = registered - cancelled;
  const cameRegistered = here.filter(isRegistered).length;
  const early = (one: Participant) =>
    one.status === 'left' && one.leftAt !== null && ended !== null && one.leftAt < ended;
  return {
    registered,
    cancelled,
    came: here.length,
    cameRegistered,
    walkIns: here.length - cameRegistered,
    noShows: willCome - cameRegistered,
    noShowShare: ratio(willCome - cameRegistered, willCome),
    cameOfRegistered: ratio(here.length, registered),
    presentNow: people.filter(({ status }) => status === 'present').length,
    leftEarly: here.filter(early).length,
    bySector: bySector(people),
    byRole: groupsOf(
      people,
      ({ role }) => role,
      (key) => isKnown('role', key),
    ),
    bySize: groupsOf(
      people,
      ({ orgSize }) => orgSize,
      (key) => isKnown('size', key),
    ),
    byRegion: groupsOf(people, regionOf, (key) => isKnown('region', key)),
    organisations: { came: countOrganisations(here), known: countOrganisations(people) },
  };
}

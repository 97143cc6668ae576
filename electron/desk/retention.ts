import type { AnswerOf } from '../../shared/contract';
import { erasureDue } from '../../shared/model/retention';
import type { Instant } from '../../shared/model/units';
import { dateOf } from '../../shared/programme/instant';
import type { EventShelf } from './eventShelf';
import { summaries } from './summaries';

/** Events of this desk whose personal data are due to be erased, the longest due first. Of a locked one nothing is known. */
export async function dueEvents(shelf: EventShelf, now: Instant): Promise<AnswerOf<'events.due'>> {
  const due: AnswerOf<'events.due'> = [];
  for (const { id, locked } of await summaries(shelf)) {
    if (locked) continue;
    const { event, participants } = (await shelf.open(id)).state;
    const since = erasureDue(event, dateOf(now, event.timeZone));
    if (since !== null) due.push({ event: id, name: event.name, since, people: participants.size });
  }
  return due.sort((a, b) => (a.since < b.since ? -1 : 1));
}

import { decodeTime } from 'ulid';
import type { AnswerOf, EventSummary } from '../../shared/contract';
import { figuresOf } from '../../shared/figures/figures';
import type { Figures } from '../../shared/figures/model';
import type { Steps } from '../../shared/intake/steps';
import type { EventState } from '../../shared/model/state';
import type { Instant } from '../../shared/model/units';
import type { EventShelf } from './eventShelf';
import { asDeskError, isLocked } from './failure';
import { inStretches } from './stretches';

/** The events of this desk, newest day first. One that cannot be opened is told as a notice, the others are listed. */
export async function summaries(shelf: EventShelf): Promise<EventSummary[]> {
  const list: EventSummary[] = [];
  for (const id of await shelf.ids()) {
    try {
      list.push(await summaryOf((await shelf.open(id)).state));
    } catch (error) {
      if (isLocked(error)) list.push(lockedSummary(id));
      else {
        const says = [asDeskError(error).toFailure()];
        shelf.notice({ event: id, name: '', says, closed: true });
      }
    }
  }
  return list.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Of a sealed event nothing is told but the day on which its id was made. */
function lockedSummary(id: string): EventSummary {
  const date = new Date(decodeTime(id)).toISOString().slice(0, 10);
  return { id, name: '', date, participants: 0, present: 0, locked: true };
}

/** An event in one line; those who cancelled do not count as participants. Other work goes on meanwhile. */
export const summaryOf = (state: EventState): Promise<EventSummary> =>
  inStretches(summaryInSteps(state));

/** So many people are counted in one step: 100,000 at once would hold up a check-in. */
export const COUNTED_AT_ONCE = 1_000;

/** As `summaryOf`, for whoever shares the time out. */
export function* summaryInSteps(state: EventState): Steps<EventSummary> {
  let seen = 0;
  let participants = 0;
  let present = 0;
  for (const person of state.participants) {
    if (person.status !== 'cancelled') participants++;
    if (person.status === 'present') present++;
    if (++seen % COUNTED_AT_ONCE === 0) yield;
  }
  const { id, name, date } = state.event;
  return { id, name, date, participants, present };
}

/**
 * The figures of every event of this desk but one, newest day first. Those that wait for their passphrase are
 * counted; one that cannot be opened is told on the start page and is not among them.
 */
export async function figuresOfEvents(
  shelf: EventShelf,
  except: string,
  now: Instant,
): Promise<AnswerOf<'figures.events'>> {
  const figures: Figures[] = [];
  let locked = 0;
  for (const { id, locked: isShut } of await summaries(shelf)) {
    if (id === except) continue;
    if (isShut) locked += 1;
    else figures.push(figuresOf((await shelf.open(id)).state, now));
  }
  return { figures, locked };
}

import type { Instant } from '../model/units';
import type { EventState } from '../model/state';
import { instantOf } from '../programme/instant';
import { refuse } from './context';
import type { Decision, Refusal } from './context';

/** An evening may last until four in the morning and is still the event's day; minutes from midnight. */
const DAY_ENDS = 28 * 60;

/** When an event's day begins and ends, for as long as its date and zone are these: every check-in asks. */
const days = new WeakMap<EventState['event'], { begins: Instant; ends: Instant }>();

function dayOf(event: EventState['event']) {
  const known = days.get(event);
  if (known) return known;
  const { date, timeZone } = event;
  const day = {
    begins: instantOf(date, 0, timeZone),
    ends: instantOf(date, DAY_ENDS, timeZone),
  };
  days.set(event, day);
  return day;
}

/** The event's day when `now` is on another one, else nothing: a check-in then is allowed, but said so. */
export function otherDay({ event }: EventState, now: Instant): { otherDay?: string } {
  const { begins, ends } = dayOf(event);
  return now >= begins && now < ends ? {} : { otherDay: event.date };
}

/** Whatever would change who was here, once attendance has been closed. */
export function closedRefusal(
  state: EventState,
  participants: Refusal['participants'] = [],
): Decision | undefined {
  const { closedAt } = state.event;
  if (closedAt === null) return undefined;
  return refuse('event.closed', { at: closedAt }, { status: 'closed', participants });
}

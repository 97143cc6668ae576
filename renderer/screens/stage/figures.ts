import type { Duration, Instant } from '../../../shared/model/units';
import type { StageView } from '../../../shared/stage/view';
import { urgencyOf } from './countdown';
import type { Urgency } from './countdown';

/** `last`: after the second warning of a turn, where a panel has one before the end. */
export type StageUrgency = Urgency | 'last';

type Now = NonNullable<StageView['now']>;

/** The time that the speaker view shows large; lengths in ms. */
export interface MainTime {
  /** What is counted: a turn, the session as a whole, or the time until the next one starts. */
  of: 'turn' | 'session' | 'start';
  /** Left of the limit; for `open` the time gone by. */
  ms: Duration;
  urgency: StageUrgency;
  paused: boolean;
}

/** The large time of the speaker view at `now`, or null when there is nothing to count. */
export function mainTime(view: StageView, now: Instant): MainTime | null {
  if (view.now) return view.now.floor ? turnTime(view.now, now) : sessionTime(view.now, now);
  if (!view.next || view.finished) return null;
  return { of: 'start', ms: view.next.at - now, urgency: 'open', paused: false };
}

/** Time left of the session that is on. */
export function sessionTime(session: Now, now: Instant): MainTime {
  const left = session.endsAt - now;
  const limit = session.endsAt - session.startedAt;
  return { of: 'session', ms: left, urgency: urgencyOf(left, Math.max(1, limit)), paused: false };
}

function turnTime(session: Now, now: Instant): MainTime {
  const { floor } = session;
  if (!floor || floor.who === 'nobody') {
    return { ...sessionTime(session, now), paused: floor?.paused ?? false };
  }
  const gone = now - floor.since;
  if (floor.limitMs <= 0) return { of: 'turn', ms: gone, urgency: 'open', paused: floor.paused };
  const left = floor.limitMs - gone;
  const { first, second } = floor.warnings;
  const urgency = left <= 0 ? 'over' : left <= second ? 'last' : left <= first ? 'soon' : 'calm';
  return { of: 'turn', ms: left, urgency, paused: floor.paused };
}

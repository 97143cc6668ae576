import { EMPTY_PANEL } from '../model/session';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { FactOf } from './fact';
import { setLatest } from './latest';
import { takenAway } from './records';

function change(state: EventState, id: string, next: (session: Session) => Session): EventState {
  const session = state.sessions.get(id);
  if (!session) return state;
  const changed = next(session);
  return changed === session ? state : { ...state, sessions: state.sessions.set(id, changed) };
}

export function added(state: EventState, fact: FactOf<'session.added'>): EventState {
  const { session } = fact;
  if (state.sessions.has(session.id) || state.gone.has(session.id)) return state;
  return { ...state, sessions: state.sessions.set(session.id, session) };
}

export function edited(state: EventState, fact: FactOf<'session.edited'>): EventState {
  return change(state, fact.session, (session) => setLatest(session, fact.fields, fact.id));
}

export function removed(state: EventState, fact: FactOf<'session.removed'>): EventState {
  return takenAway(state, 'session', fact.session, fact.id);
}

export function started(state: EventState, fact: FactOf<'session.started'>): EventState {
  return change(state, fact.session, (session) =>
    setLatest(session, { startedAt: fact.at, endedAt: null }, fact.id),
  );
}

export function ended(state: EventState, fact: FactOf<'session.ended'>): EventState {
  return change(state, fact.session, (session) =>
    setLatest(session, { endedAt: fact.at }, fact.id),
  );
}

export function replanned(state: EventState, fact: FactOf<'programme.replanned'>): EventState {
  const changed = fact.changes.reduce(
    (folded, item) =>
      change(folded, item.session, (session) => setLatest(session, item.fields, fact.id)),
    state,
  );
  return fact.dropped.reduce((folded, id) => takenAway(folded, 'session', id, fact.id), changed);
}

/** Each hand is as it was put last; the queue is in the order in which the hands went up. */
export function handsChanged(state: EventState, fact: FactOf<'hands.changed'>): EventState {
  return change(state, fact.session, (session) => {
    const hand = (seat: string) => `hand ${seat}`;
    const stated = session.edits[hand(fact.seat)] ?? '';
    if (fact.id <= stated || fact.id <= (session.edits['panel'] ?? '')) return session;
    const panel = session.panel ?? EMPTY_PANEL;
    const edits = { ...session.edits, [hand(fact.seat)]: fact.id };
    const others = panel.hands.filter((seat) => seat !== fact.seat);
    const raisedAt = (seat: string) => edits[hand(seat)] ?? '';
    const hands = fact.up ? [...others, fact.seat] : others;
    hands.sort((a, b) => (raisedAt(a) < raisedAt(b) ? -1 : Number(raisedAt(a) > raisedAt(b))));
    return { ...session, panel: { ...panel, hands }, edits };
  });
}

import { wholeEvent } from '../model/event';
import type { EventState } from '../model/state';
import type { Fact } from './fact';
import * as feedback from './feedback';
import * as floor from './floor';
import { setLatest } from './latest';
import * as participants from './participants';
import * as programme from './programme';
import { restored } from './records';

/**
 * Folds one fact into the state. The same function runs on the desk and in every screen. A fact
 * seen before, or one that arrives late from another desk, does no harm: the earliest check-in
 * stands, the latest edit of a field stands.
 */
export function evolve(state: EventState, fact: Fact): EventState {
  switch (fact.type) {
    case 'event.created':
      return state.event.id ? state : { ...state, event: wholeEvent(fact.event) };
    case 'event.edited':
      return { ...state, event: setLatest(state.event, fact.fields, fact.id) };
    case 'event.closed':
      return { ...state, event: setLatest(state.event, { closedAt: fact.at }, fact.id) };
    case 'event.reopened':
      return { ...state, event: setLatest(state.event, { closedAt: null }, fact.id) };
    case 'event.pinSet':
      return { ...state, event: setLatest(state.event, { pinHash: fact.hash }, fact.id) };
    case 'event.erased': {
      // What could be undone held what is gone.
      const erasedAt = Math.min(fact.at, state.event.erasedAt ?? fact.at);
      return { ...state, event: { ...state.event, erasedAt }, recent: [] };
    }
    case 'participant.added':
    case 'participants.imported':
      return participants.added(state, participants.addedBy(fact) ?? []);
    case 'participant.edited':
      return participants.edited(state, fact);
    case 'participant.checkedIn':
      return participants.checkedIn(state, fact);
    case 'participant.left':
      return participants.left(state, fact);
    case 'participant.cameBack':
      return participants.cameBack(state, fact);
    case 'participant.cancelled':
      return participants.cancelled(state, fact);
    case 'participant.reinstated':
      return participants.reinstated(state, fact);
    case 'participant.merged':
      return participants.merged(state, fact);
    case 'badges.printed':
      return participants.printed(state, fact);
    case 'session.added':
      return programme.added(state, fact);
    case 'session.edited':
      return programme.edited(state, fact);
    case 'session.removed':
      return programme.removed(state, fact);
    case 'session.started':
      return programme.started(state, fact);
    case 'session.ended':
      return programme.ended(state, fact);
    case 'programme.replanned':
      return programme.replanned(state, fact);
    case 'hands.changed':
      return programme.handsChanged(state, fact);
    case 'floor.given':
      return floor.given(state, fact);
    case 'turn.corrected':
      return floor.corrected(state, fact);
    case 'turn.split':
      return floor.split(state, fact);
    case 'turn.takenBack':
      return floor.takenBack(state, fact);
    case 'feedback.given':
      return feedback.given(state, fact);
    case 'feedback.removed':
      return feedback.removed(state, fact);
    case 'stage.changed':
      return { ...state, stage: setLatest(state.stage, fact.fields, fact.id) };
    case 'undone':
      return fact.changes.reduce((folded, change) => restored(folded, change, fact.id), state);
  }
}

import type { Mark } from '../model/mark';
import type { EventState } from '../model/state';
import type { FactOf } from './fact';
import { setLatest } from './latest';
import { takenAway } from './records';

function put(state: EventState, mark: Mark): EventState {
  if (state.marks.has(mark.id) || state.gone.has(mark.id)) return state;
  return { ...state, marks: state.marks.set(mark.id, mark) };
}

export function given(state: EventState, fact: FactOf<'floor.given'>): EventState {
  return put(state, {
    id: fact.mark,
    session: fact.session,
    at: fact.at,
    speaker: fact.speaker,
    resume: fact.resume,
    corrected: false,
    edits: {},
  });
}

export function split(state: EventState, fact: FactOf<'turn.split'>): EventState {
  return put(state, fact.mark);
}

export function corrected(state: EventState, fact: FactOf<'turn.corrected'>): EventState {
  const mark = state.marks.get(fact.mark);
  if (!mark) return state;
  const next = setLatest(mark, { ...fact.fields, corrected: true }, fact.id);
  return next === mark ? state : { ...state, marks: state.marks.set(mark.id, next) };
}

export function takenBack(state: EventState, fact: FactOf<'turn.takenBack'>): EventState {
  return takenAway(state, 'mark', fact.mark, fact.id);
}

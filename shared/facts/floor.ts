import { wholeMark } from '../model/mark';
import type { Correction, Mark } from '../model/mark';
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
    history: [],
    extraMs: 0,
    edits: {},
  });
}

export function split(state: EventState, fact: FactOf<'turn.split'>): EventState {
  return put(state, wholeMark(fact.mark));
}

export function corrected(state: EventState, fact: FactOf<'turn.corrected'>): EventState {
  const mark = state.marks.get(fact.mark);
  if (!mark) return state;
  const fields = fact.quiet ? fact.fields : { ...fact.fields, corrected: true };
  const next = withCorrection(setLatest(mark, fields, fact.id), fact);
  return next === mark ? state : { ...state, marks: state.marks.set(mark.id, next) };
}

/** The correction takes its place among the others by its fact, in whatever order facts arrive. */
function withCorrection(mark: Mark, fact: FactOf<'turn.corrected'>): Mark {
  if (!fact.how || fact.id <= (mark.edits['history'] ?? '')) return mark;
  if (mark.history.some((one) => one.fact === fact.id)) return mark;
  const { at, speaker } = fact.fields;
  const correction: Correction = {
    fact: fact.id,
    at: fact.at,
    desk: fact.desk,
    how: fact.how,
    was: fact.was ?? {},
    is: { ...(at !== undefined && { at }), ...(speaker !== undefined && { speaker }) },
    other: fact.other ?? null,
  };
  const history = [...mark.history, correction].sort((a, b) => (a.fact < b.fact ? -1 : 1));
  return { ...mark, history };
}

export function takenBack(state: EventState, fact: FactOf<'turn.takenBack'>): EventState {
  return takenAway(state, 'mark', fact.mark, fact.id);
}

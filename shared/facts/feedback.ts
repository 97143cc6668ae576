import type { EventState } from '../model/state';
import type { FactOf } from './fact';
import { later } from './records';

/** One more answer sheet; one that is there or was taken out changes nothing. */
export function given(state: EventState, { feedback }: FactOf<'feedback.given'>): EventState {
  if (state.feedback.has(feedback.id) || state.gone.has(feedback.id)) return state;
  return { ...state, feedback: state.feedback.set(feedback.id, feedback) };
}

export function removed(state: EventState, fact: FactOf<'feedback.removed'>): EventState {
  return {
    ...state,
    gone: state.gone.set(fact.feedback, later(state.gone.get(fact.feedback), fact.id)),
    feedback: state.feedback.delete(fact.feedback),
  };
}

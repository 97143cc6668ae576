import { canAnswer, questionKind } from '../model/feedback';
import type { Answers } from '../model/feedback';
import type { EventState } from '../model/state';
import type { CommandOf } from './command';
import { refuse } from './context';
import type { Context, Decision } from './context';

/** What guests thought of the event; anonymous, so only the whole of it can be taken out again. */
export function decideFeedback(
  state: EventState,
  command: CommandOf<'feedback.give' | 'feedback.remove'>,
  context: Context,
): Decision {
  if (command.type === 'feedback.remove') {
    const { feedback } = command;
    if (!state.feedback.has(feedback)) return refuse('feedback.unknown');
    return { facts: [{ type: 'feedback.removed', feedback }] };
  }
  const answers: Answers = {};
  for (const [id, answer] of Object.entries(command.answers)) {
    const question = questionKind(state.event, id);
    if (!question) return refuse('feedback.unknownQuestion', { question: id });
    if (!canAnswer(question, answer)) return refuse('feedback.badAnswer', { question: id });
    const said = typeof answer === 'string' ? answer.trim() : answer;
    if (said !== '') answers[id] = said;
  }
  if (Object.keys(answers).length === 0) return refuse('feedback.empty');
  const feedback = { id: context.newId(), source: command.source ?? 'kiosk', answers };
  return { facts: [{ type: 'feedback.given', feedback }] };
}

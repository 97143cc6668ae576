import type { AnswerOf } from '../../shared/contract';
import { sessionDetailsSchema } from '../../shared/model/session';
import type { EventState } from '../../shared/model/state';
import { inOrder } from '../../shared/programme/order';

/** An event's programme as it was stated, without what has happened to it. */
export function programmeOf({ event, sessions }: EventState): AnswerOf<'programme.read'> {
  const { name, date } = event;
  const stated = inOrder(sessions).map((session) => sessionDetailsSchema.parse(session));
  return { name, date, sessions: stated };
}

import { z } from 'zod';
import { channels, DeskError, failureSchema } from '../../shared/contract';
import type { AnswerOf, ChannelName } from '../../shared/contract';
import { readAs } from '../../shared/model/readAs';

const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** The answers of the contract, each known by its channel. */
const answers: { [C in ChannelName]: { answer: z.ZodType<AnswerOf<C>> } } = channels;

/** Checks what came back for a question; throws a `DeskError` when it is a failure or not in the agreed form. */
export function openEnvelope<C extends ChannelName>(channel: C, received: unknown): AnswerOf<C> {
  const envelope = envelopeSchema.safeParse(received);
  if (!envelope.success) throw new DeskError('desk.garbled', { channel }, envelope.error.message);
  if (!envelope.data.ok) {
    const { code, params, message } = envelope.data.failure;
    throw new DeskError(code, params, message);
  }
  const answer = readAs(answers[channel].answer, envelope.data.value);
  if (!answer.success) throw new DeskError('desk.garbled', { channel }, answer.error.message);
  return answer.data;
}

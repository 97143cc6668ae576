import { z } from 'zod';
import { channels, DeskError, failureSchema } from '../../shared/contract';
import type { AnswerOf, ChannelName } from '../../shared/contract';
import { failure } from '../desk/failure';
import type { Asking } from './verb';

const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

const answers: { [C in ChannelName]: { answer: z.ZodType<AnswerOf<C>> } } = channels;

/** The desk that runs in another process on the same data folder, reached over HTTP. */
export function remoteDesk(url: string, token: string): Asking {
  return {
    inOrder: false,
    ask: async (channel, payload) => {
      const envelope = envelopeSchema.parse(await post(url, token, { channel, payload }));
      if (envelope.ok) return answers[channel].answer.parse(envelope.value);
      const { code, params, message } = envelope.failure;
      throw new DeskError(code, params, message);
    },
  };
}

async function post(url: string, token: string, body: unknown): Promise<unknown> {
  try {
    const response = await fetch(new URL('/api/call', url), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch (error) {
    throw failure('link.noAnswer', { url, what: error instanceof Error ? error.message : '' });
  }
}

import { parentPort } from 'node:worker_threads';
import { BadgeRefusal } from './badge';
import { renderBadges } from './render';
import type { BadgeAnswer, BadgeAsk, BadgeJob } from './render-in-worker';
import { renderTestSheet } from './test-sheet';

const port = parentPort;
if (!port) throw new Error('The badge worker runs as a worker thread only.');

const running = new Map<number, AbortController>();

const answerOf = async (job: BadgeJob, giveUp: AbortController): Promise<BadgeAnswer> => {
  const { id } = job;
  try {
    if (job.what === 'test-sheet') {
      return { id, kind: 'drawn-test-sheet', result: await renderTestSheet(job.options) };
    }
    const result = await renderBadges(job.people, job.options, {
      signal: giveUp.signal,
      at: (done, of) => port.postMessage({ id, kind: 'at', done, of } satisfies BadgeAnswer),
    });
    return { id, kind: 'rendered', result };
  } catch (error) {
    if (error instanceof BadgeRefusal) {
      const { reason, message, values } = error;
      return { id, kind: 'refused', reason, message, values };
    }
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
};

port.on('message', async (asked: BadgeAsk) => {
  if (asked.what === 'give-up') {
    running.get(asked.id)?.abort();
    return;
  }
  const giveUp = new AbortController();
  running.set(asked.id, giveUp);
  const answer = await answerOf(asked, giveUp);
  running.delete(asked.id);
  port.postMessage(answer, 'result' in answer ? [answer.result.pdf.buffer] : []);
});

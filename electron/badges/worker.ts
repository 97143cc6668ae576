import { parentPort } from 'node:worker_threads';
import { BadgeRefusal } from './badge';
import { renderBadges } from './render';
import type { BadgeAnswer, BadgeJob } from './render-in-worker';

const port = parentPort;
if (!port) throw new Error('The badge worker runs as a worker thread only.');

const answerOf = async ({ id, people, options }: BadgeJob): Promise<BadgeAnswer> => {
  try {
    return { id, kind: 'rendered', result: await renderBadges(people, options) };
  } catch (error) {
    if (error instanceof BadgeRefusal) {
      const { reason, message, values } = error;
      return { id, kind: 'refused', reason, message, values };
    }
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
};

port.on('message', async (job: BadgeJob) => {
  const answer = await answerOf(job);
  port.postMessage(answer, answer.kind === 'rendered' ? [answer.result.pdf.buffer] : []);
});

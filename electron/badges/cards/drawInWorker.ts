import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DrawCards, DrawnCards } from './cards';

/**
 * `drawCards` off the main thread, so that a desk goes on answering meanwhile. Such papers are printed
 * a few times a day: each gets a thread of its own, which ends with it.
 */
export const drawCardsInWorker: DrawCards = (job) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: job });
    worker.once('message', (drawn: DrawnCards) => resolve(drawn));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`Drawing the cards stopped with exit code ${code}.`)),
    );
  });

/** The built worker, beside the built program. */
function workerFile(): string {
  const file = fileURLToPath(new URL('card-worker.js', import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(`The program is incomplete: ${file} is missing. Build it again.`);
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DrawnSheet, DrawSheet } from './sheet';

/**
 * `draw` off the main thread, so that a desk goes on answering meanwhile. A sheet is printed a few
 * times a day: each gets a thread of its own, which ends with it.
 */
export const drawInWorker: DrawSheet = (what) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: what });
    worker.once('message', (drawn: DrawnSheet) => resolve(drawn));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`Drawing the sheet stopped with exit code ${code}.`)),
    );
  });

/** The built worker, beside the built program. */
function workerFile(): string {
  const file = fileURLToPath(new URL('sheet-worker.js', import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(`The program is incomplete: ${file} is missing. Build it again.`);
}

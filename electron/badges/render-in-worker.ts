import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BadgeRefusal } from './badge';
import type { BadgeOptions, BadgePerson, BadgeRefusalReason, RenderedBadges } from './badge';

/** What the worker is asked. */
export interface BadgeJob {
  id: number;
  people: readonly BadgePerson[];
  options: BadgeOptions;
}

/** What the worker answers; errors as data, because a class does not survive the way between threads. */
export type BadgeAnswer =
  | { id: number; kind: 'rendered'; result: RenderedBadges }
  | {
      id: number;
      kind: 'refused';
      reason: BadgeRefusalReason;
      message: string;
      values: Record<string, string | number>;
    }
  | { id: number; kind: 'failed'; message: string };

interface Waiting {
  resolve(result: RenderedBadges): void;
  reject(error: Error): void;
}

/** An idle worker is let go after this, ms: it holds two opened fonts. */
const IDLE = 60_000;

/**
 * `renderBadges` off the main thread, so that a desk goes on answering while 300 badges are drawn.
 * One worker serves all calls, in their order; it never keeps the process from ending.
 * @throws what `renderBadges` throws.
 */
export async function renderInWorker(
  people: readonly BadgePerson[],
  options: BadgeOptions,
): Promise<RenderedBadges> {
  thread ??= startThread();
  return thread(people, options);
}

let thread: typeof renderInWorker | undefined;

function startThread(): typeof renderInWorker {
  const worker = new Worker(workerFile());
  const waiting = new Map<number, Waiting>();
  let jobs = 0;
  let idle: NodeJS.Timeout | undefined;

  const render: typeof renderInWorker = (people, options) =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      worker.ref();
      jobs += 1;
      waiting.set(jobs, { resolve, reject });
      worker.postMessage({ id: jobs, people, options } satisfies BadgeJob);
    });
  const retire = () => {
    if (thread === render) thread = undefined;
  };
  const rest = () => {
    worker.unref();
    idle = setTimeout(() => {
      retire();
      void worker.terminate();
    }, IDLE).unref();
  };
  const end = (error: Error) => {
    retire();
    clearTimeout(idle);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  worker.on('message', (answer: BadgeAnswer) => {
    const job = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) rest();
    if (answer.kind === 'rendered') job?.resolve(answer.result);
    else if (answer.kind === 'failed') job?.reject(new Error(answer.message));
    else job?.reject(new BadgeRefusal(answer.reason, answer.message, answer.values));
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`Drawing badges stopped with exit code ${code}.`)));
  return render;
}

/** The built worker, beside the built program. */
function workerFile(): string {
  const file = fileURLToPath(new URL('badge-worker.js', import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(`The program is incomplete: ${file} is missing. Build it again.`);
}

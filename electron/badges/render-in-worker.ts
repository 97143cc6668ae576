import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BadgeRefusal } from './badge';
import type {
  BadgeOptions,
  BadgePerson,
  BadgeRefusalReason,
  DrawWork,
  RenderedBadges,
} from './badge';
import type { TestSheet, TestSheetOptions } from './test-sheet';

/** What the worker is asked to draw. */
export type BadgeJob =
  | { id: number; what: 'badges'; people: readonly BadgePerson[]; options: BadgeOptions }
  | { id: number; what: 'test-sheet'; options: TestSheetOptions };

/** What the worker is told. */
export type BadgeAsk = BadgeJob | { id: number; what: 'give-up' };

/** What the worker answers; errors as data, because a class does not survive the way between threads. */
export type BadgeAnswer =
  | { id: number; kind: 'at'; done: number; of: number }
  | { id: number; kind: 'rendered'; result: RenderedBadges }
  | { id: number; kind: 'drawn-test-sheet'; result: TestSheet }
  | {
      id: number;
      kind: 'refused';
      reason: BadgeRefusalReason;
      message: string;
      values: Record<string, string | number>;
    }
  | { id: number; kind: 'failed'; message: string };

interface Waiting {
  /** Says whether the answer was the last one. */
  hear(answer: BadgeAnswer): boolean;
  reject(error: Error): void;
}

/** A job without the number it gets. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An idle worker is let go after this, ms: it holds two opened fonts. */
const IDLE = 60_000;

/**
 * `renderBadges` off the main thread, so that a desk goes on answering while 300 badges are drawn.
 * One worker serves all calls; it never keeps the process from ending.
 * @throws what `renderBadges` throws.
 */
export function renderInWorker(
  people: readonly BadgePerson[],
  options: BadgeOptions,
  work?: DrawWork,
): Promise<RenderedBadges> {
  return inWorker(
    { what: 'badges', people, options },
    (answer) => (answer.kind === 'rendered' ? answer.result : undefined),
    work,
  );
}

/**
 * `renderTestSheet` in the same worker.
 * @throws what `renderTestSheet` throws.
 */
export function testSheetInWorker(options: TestSheetOptions): Promise<TestSheet> {
  return inWorker({ what: 'test-sheet', options }, (answer) =>
    answer.kind === 'drawn-test-sheet' ? answer.result : undefined,
  );
}

async function inWorker<T>(
  job: Without<BadgeJob, 'id'>,
  resultOf: (answer: BadgeAnswer) => T | undefined,
  work?: DrawWork,
): Promise<T> {
  thread ??= startThread();
  const { ask, expect } = thread;
  const id = (jobs += 1);
  const giveUp = () => ask({ id, what: 'give-up' });
  try {
    return await new Promise<T>((resolve, reject) => {
      expect(id, {
        hear: (answer) => {
          if (answer.kind === 'at') {
            work?.at(answer.done, answer.of);
            return false;
          }
          if (answer.kind === 'refused') {
            reject(new BadgeRefusal(answer.reason, answer.message, answer.values));
          } else if (answer.kind === 'failed') reject(new Error(answer.message));
          const result = resultOf(answer);
          if (result !== undefined) resolve(result);
          return true;
        },
        reject,
      });
      ask({ ...job, id });
      if (work?.signal.aborted) giveUp();
      work?.signal.addEventListener('abort', giveUp);
    });
  } finally {
    work?.signal.removeEventListener('abort', giveUp);
  }
}

interface Thread {
  ask(asked: BadgeAsk): void;
  expect(id: number, waiting: Waiting): void;
}

let thread: Thread | undefined;
let jobs = 0;

function startThread(): Thread {
  const worker = new Worker(workerFile());
  const waiting = new Map<number, Waiting>();
  let idle: NodeJS.Timeout | undefined;

  const started: Thread = {
    ask: (asked) => worker.postMessage(asked),
    expect: (id, one) => {
      clearTimeout(idle);
      worker.ref();
      waiting.set(id, one);
    },
  };
  const retire = () => {
    if (thread === started) thread = undefined;
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
    if (waiting.get(answer.id)?.hear(answer) !== true) return;
    waiting.delete(answer.id);
    if (waiting.size === 0) rest();
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`Drawing badges stopped with exit code ${code}.`)));
  return started;
}

/** The built worker, beside the built program. */
function workerFile(): string {
  const file = fileURLToPath(new URL('badge-worker.js', import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(`The program is incomplete: ${file} is missing. Build it again.`);
}

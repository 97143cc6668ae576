import { existsSync } from 'node:fs';
import { setImmediate as otherWork } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ImportRow } from '../../../shared/commands/command';
import { DeskError } from '../../../shared/contract';
import type { Failure } from '../../../shared/contract';
import { entryOf } from '../../../shared/intake/entry';
import type { Entry } from '../../../shared/intake/entry';
import { readRegistrations } from './read';
import type { Registrations, Source } from './read';
import { refusal } from './refusal';
import { rowsFrom } from './rowsJson';

/** What a reading thread is asked. */
export interface ReadJob {
  source: Source;
  remembered: Record<string, string>;
}

/** What it answers; errors as data, because a class does not survive the way between threads. */
export type ReadAnswer =
  | { kind: 'rows'; rowsJson: string; share: number }
  | { kind: 'read'; rest: Omit<Registrations, 'rows'> }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'failed'; message: string };

/** What was found in a file, its rows also by what they can be known by. */
export interface ReadRows extends Registrations {
  entries: Entry[];
}

/** Reads a registration file; `signal` gives it up, `progress` hears the share that is done, 0–1. */
export type ReadFile = (
  job: ReadJob,
  around: { signal: AbortSignal; progress(share: number): void },
) => Promise<ReadRows>;

/** Memory a thread may use for its objects, MB: a file that needs more is refused, the desk goes on. */
const MEMORY = 1_024;

/** Beside it for what is new, MB: with the usual 48 half of the time goes into tidying up what is still needed. */
const YOUNG = 192;

/** An idle thread is let go after this, ms. */
const IDLE = 60_000;

/** The thread that waits for the next file, if any. */
let spare: { worker: Worker; idle: NodeJS.Timeout } | null = null;

/**
 * `readRegistrations` off the main thread: a desk goes on checking in while a large file is read, and
 * one that would fill the memory ends its thread and nothing else. Giving up ends the thread.
 * @throws what `readRegistrations` throws, `import.tooMuch` and `import.givenUp`.
 */
const readInThread: ReadFile = (job, { signal, progress }) => {
  const file = job.source.name;
  const worker = takeThread();
  return new Promise<ReadRows>((resolve, reject) => {
    const rows: ImportRow[] = [];
    const entries: Entry[] = [];
    // While the thread writes the next piece. They may arrive all at once, so other work gets its turn between.
    let taken: Promise<unknown> = Promise.resolve();
    const take = async (json: string) => {
      for (const row of rowsFrom(json)) {
        entries.push(entryOf(row, rows.length));
        rows.push(row);
      }
      await otherWork();
    };
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', giveUp);
      letGo(worker);
      settle();
    };
    const stop = (error: Error) =>
      end(() => {
        void worker.terminate();
        reject(error);
      });
    const giveUp = () => stop(refusal('givenUp', { file }));
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp);
    worker.on('message', (answer: ReadAnswer) => {
      switch (answer.kind) {
        case 'rows': {
          taken = taken.then(() => take(answer.rowsJson));
          return progress(answer.share);
        }
        case 'read':
          return end(() => {
            keep(worker);
            resolve(taken.then(() => ({ ...answer.rest, rows, entries })));
          });
        case 'refused': {
          const { code, params, message } = answer.failure;
          return end(() => {
            keep(worker);
            reject(new DeskError(code, params, message));
          });
        }
        case 'failed':
          return stop(new Error(answer.message));
      }
    });
    worker.on('error', (error: Error) => stop(isOutOfMemory(error) ? tooMuch(file) : error));
    worker.on('exit', (code) => stop(new Error(`Reading stopped with exit code ${code}.`)));
    worker.postMessage(job);
    return undefined;
  });
};

const tooMuch = (file: string) => refusal('tooMuch', { file });

const isOutOfMemory = (error: Error) =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** By name: without names Node's own listeners would go too, and the thread would never be heard again. */
function letGo(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Keeps one thread for the next file; it never keeps the process from ending. */
function keep(worker: Worker): void {
  if (spare) {
    void worker.terminate();
    return;
  }
  worker.unref();
  const idle = setTimeout(() => void worker.terminate(), IDLE).unref();
  spare = { worker, idle };
  worker.once('exit', () => {
    if (spare?.worker === worker) spare = null;
  });
}

function takeThread(): Worker {
  if (!spare) return startThread();
  const { worker, idle } = spare;
  spare = null;
  clearTimeout(idle);
  letGo(worker);
  worker.ref();
  return worker;
}

function startThread(): Worker {
  return new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: YOUNG },
  });
}

/** The built worker, beside the built program. */
function workerFile(): string {
  const file = fileURLToPath(new URL('intake-worker.js', import.meta.url));
  if (existsSync(file)) return file;
  throw new Error(`The program is incomplete: ${file} is missing. Build it again.`);
}

/** Node cannot start a thread from TypeScript: tests that run the sources read on their own. */
const fromSources = import.meta.url.endsWith('.ts');

/** Reads a registration file as the program does: in a thread, once it is built. */
export const readFile: ReadFile = fromSources
  ? async ({ source, remembered }) => {
      const read = await readRegistrations(source, remembered);
      return { ...read, entries: read.rows.map(entryOf) };
    }
  : readInThread;

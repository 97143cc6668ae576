import { parentPort } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract';
import { readRegistrations } from './read';
import type { ReadAnswer, ReadJob } from './threads';

const port = parentPort;
if (!port) throw new Error('The reading worker runs as a worker thread only.');

/** Rows that cross at once: taking them in must not keep a desk from its other work. */
const AT_ONCE = 500;

const tell = (answer: ReadAnswer) => port.postMessage(answer);

port.on('message', async ({ source, remembered }: ReadJob) => {
  try {
    const { rows, ...rest } = await readRegistrations(source, remembered);
    // As JSON: parsing it again takes half of what a structured clone takes.
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE);
      const rowsJson = JSON.stringify(some);
      tell({ kind: 'rows', rowsJson, count: some.length, of: rows.length });
    }
    tell({ kind: 'read', rest });
  } catch (error) {
    if (error instanceof DeskError) tell({ kind: 'refused', failure: error.toFailure() });
    else tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

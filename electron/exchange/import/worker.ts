import { parentPort } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract';
import { readInPieces } from './read';
import { rowsToJson } from './rowsJson';
import type { ReadAnswer, ReadJob } from './threads';

const port = parentPort;
if (!port) throw new Error('The reading worker runs as a worker thread only.');

const tell = (answer: ReadAnswer) => port.postMessage(answer);

port.on('message', async ({ source, remembered }: ReadJob) => {
  try {
    const rest = await readInPieces(source, remembered, (rows, share) => {
      tell({ kind: 'rows', rowsJson: rowsToJson(rows), share });
    });
    tell({ kind: 'read', rest });
  } catch (error) {
    if (error instanceof DeskError) tell({ kind: 'refused', failure: error.toFailure() });
    else tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

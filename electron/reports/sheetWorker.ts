import { parentPort, workerData } from 'node:worker_threads';
import { drawSheet } from './drawSheet';
import type { Sheet } from './sheet';

const port = parentPort;
if (!port) throw new Error('The report worker runs as a worker thread only.');

const sheet: Sheet = workerData;
const drawn = await drawSheet(sheet);
port.postMessage(drawn, [drawn.pdf.buffer]);

import { parentPort, workerData } from 'node:worker_threads';
import type { CardJob } from './cards';
import { drawCards } from './drawCards';

const port = parentPort;
if (!port) throw new Error('The card worker runs as a worker thread only.');

const job: CardJob = workerData;
const drawn = await drawCards(job);
port.postMessage(drawn, [drawn.pdf.buffer]);

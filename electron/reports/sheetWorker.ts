import { parentPort, workerData } from 'node:worker_threads';
import { draw } from './draw';
import type { Drawable } from './sheet';

const port = parentPort;
if (!port) throw new Error('The report worker runs as a worker thread only.');

const what: Drawable = workerData;
const drawn = await draw(what);
port.postMessage(drawn, [drawn.pdf.buffer]);

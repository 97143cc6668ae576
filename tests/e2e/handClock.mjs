/**
 * Loaded into a desk before the program itself: the machine's clocks stand still at NUIJA_HAND_CLOCK (ms since
 * the epoch) and are moved by whoever started the desk, with a line on its standard input: `awake MS` or
 * `asleep MS`. Asleep, the clock that counts evenly stands still, as on Linux. Nothing of the program is
 * replaced, only what the system tells it.
 */
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';

/** While a machine is awake its programs run: what is due every second is done so often meanwhile, ms. */
const STEP = 5_000;
const SECOND = 1_000;

const begin = Number(process.env.NUIJA_HAND_CLOCK);
const passed = { awake: 0, asleep: 0 };
const everySecond = new Map();

Date.now = () => begin + passed.awake + passed.asleep;
performance.now = () => passed.awake;
os.uptime = () => (passed.awake + passed.asleep) / SECOND;
syncBuiltinESMExports();

const { setInterval: repeat, clearInterval: end } = globalThis;
globalThis.setInterval = (work, ms, ...args) => {
  const timer = repeat(work, ms, ...args);
  if (ms === SECOND) everySecond.set(timer, () => work(...args));
  return timer;
};
globalThis.clearInterval = (timer) => {
  everySecond.delete(timer);
  end(timer);
};

function move(how, ms) {
  passed[how] += ms;
  for (const work of everySecond.values()) work();
}

function moved(line) {
  const [how, text] = line.split(' ');
  const ms = Number(text);
  if (how === 'asleep') move(how, ms);
  else for (let left = ms; left > 0; left -= STEP) move('awake', Math.min(STEP, left));
  process.stdout.write(`${JSON.stringify({ moved: ms })}\n`);
}

if (isMainThread) {
  createInterface({ input: process.stdin }).on('line', moved);
  process.stdin.unref();
}

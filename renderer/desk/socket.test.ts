import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeskError } from '../../shared/contract';
import { socketDesk } from './socket';

/** What was opened, in order; each ends or speaks when the test says so. */
let opened: Opened[];

class Opened {
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 3;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    opened.push(this);
  }
  close() {
    this.readyState = 3;
  }
}
class SocketDouble extends Opened {}
class StreamDouble extends Opened {}

const kinds = () => opened.map((one) => (one instanceof StreamDouble ? 'stream' : 'socket'));
/** The newest ends; waits until the next one is opened. */
const fail = () => {
  const { length } = opened;
  const last = opened.at(-1);
  last?.onclose?.();
  last?.onerror?.();
  for (let waited = 0; opened.length === length && waited < 100; waited += 1) {
    vi.advanceTimersByTime(10);
  }
};
const speak = () => opened.at(-1)?.onmessage?.({ data: '{"type":"alive","now":1}' });

beforeEach(() => {
  opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('WebSocket', Object.assign(SocketDouble, { CLOSED: 3 }));
  vi.stubGlobal('EventSource', StreamDouble);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('listens by requests where a browser passes a certificate for those alone, and stays with it', () => {
  const heard: string[] = [];
  const stop = socketDesk('https://10.0.0.7:4848').live('E', 'desk', ({ type }) =>
    heard.push(type),
  );
  fail();
  expect(kinds()).toEqual(['socket', 'stream']);
  expect(opened.map((one) => new URL(one.address).protocol)).toEqual(['wss:', 'https:']);
  speak();
  expect(heard.at(-1)).toBe('alive');
  fail();
  expect(kinds()).toEqual(['socket', 'stream', 'stream']);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(kinds()).toHaveLength(3);
});

it('tries both in turn until one of them is heard', () => {
  const stop = socketDesk('https://10.0.0.7:4848').live('E', 'desk', () => {});
  fail();
  fail();
  expect(kinds()).toEqual(['socket', 'stream', 'socket']);
  speak();
  fail();
  expect(kinds()).toEqual(['socket', 'stream', 'socket', 'socket']);
  stop();
});

it('stays with WebSockets where nothing is encrypted', () => {
  const stop = socketDesk('http://127.0.0.1:4747').live('E', 'desk', () => {});
  fail();
  fail();
  expect(kinds()).toEqual(['socket', 'socket', 'socket']);
  expect(new URL(opened[0]?.address ?? '').protocol).toBe('ws:');
  stop();
});

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof DeskError ? error.code : 'something else'),
  );

it.each([
  ['desk.offline', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['desk.offline', async () => new Response(cutOff())],
  ['desk.garbled', async () => new Response('<html>')],
  ['desk.notPaired', async () => new Response('', { status: 401 })],
])('tells %s when that is what an answer comes to', async (code, answer) => {
  vi.stubGlobal('fetch', answer);
  const asked = socketDesk('http://127.0.0.1:4747').ask('network.me', {});
  expect(await codeOf(asked)).toBe(code);
});

/** An answer that ends in the middle. */
function cutOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(Buffer.from('{"ok":tr'));
      controller.error(new TypeError('network error'));
    },
  });
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Command } from '../../shared/commands/command';
import { DeskError } from '../../shared/contract';
import { Asking } from './asking';

const add: Command = { type: 'participant.add', fields: { lastName: 'Aho' } };
const other: Command = { type: 'participant.add', fields: { lastName: 'Salo' } };

let asking: Asking;
/** The ids under which the desk was asked. */
let ids: string[];
beforeEach(() => {
  vi.useFakeTimers();
  asking = new Asking();
  ids = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const answers = async (id: string) => {
  ids.push(id);
  return 'done';
};
const silence = (id: string) => {
  ids.push(id);
  return new Promise<string>(() => {});
};
const cut = async (id: string) => {
  ids.push(id);
  throw new DeskError('desk.offline');
};
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof DeskError ? error.code : 'something else'),
  );
/** The line is lost, and does not come back. */
const loseForGood = async () => {
  asking.lost();
  await vi.advanceTimersByTimeAsync(3_000);
};

it('sends nothing while there is no contact, and says so at once', async () => {
  await loseForGood();
  expect(await codeOf(asking.ask(add, answers))).toBe('desk.offline');
  expect(ids).toEqual([]);
  asking.found();
  expect(await codeOf(asking.ask(add, answers))).toBe('answered');
});

it('holds a command while a line is only just lost, and sends it when the desk is heard again', async () => {
  asking.lost();
  const asked = codeOf(asking.ask(add, answers));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ids).toEqual([]);
  asking.found();
  expect(await asked).toBe('answered');
});

it('sends nothing of what it held when the line stays lost', async () => {
  asking.lost();
  const asked = codeOf(asking.ask(add, answers));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await asked).toBe('desk.offline');
  asking.found();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ids).toEqual([]);
});

it('leaves nobody waiting for an answer that the network has swallowed', async () => {
  const asked = codeOf(asking.ask(add, silence));
  await loseForGood();
  expect(await asked).toBe('desk.unanswered');
});

it('waits for the answer when the line was lost for a moment only', async () => {
  let answer = (_value: string) => {};
  const asked = codeOf(asking.ask(add, () => new Promise<string>((resolve) => (answer = resolve))));
  asking.lost();
  await vi.advanceTimersByTimeAsync(1_000);
  asking.found();
  await vi.advanceTimersByTimeAsync(60_000);
  answer('done');
  expect(await asked).toBe('answered');
});

it('asks again under the same id what stayed without an answer, and only that', async () => {
  expect(await codeOf(asking.ask(add, cut))).toBe('desk.unanswered');
  expect(await codeOf(asking.ask(other, cut))).toBe('desk.unanswered');
  await asking.ask(add, answers);
  await asking.ask(add, answers);
  const [first, second, again, anew] = ids;
  expect(again).toBe(first);
  expect(new Set([first, second, anew]).size).toBe(3);
});

it.each([
  ['two minutes later', () => vi.advanceTimersByTime(120_000)],
  ['after an undo', () => asking.heard({ seq: 1, cmd: 'c', kind: 'undo', facts: [] })],
  [
    'after the floor has changed',
    () => asking.heard({ seq: 1, cmd: 'c', kind: 'floor.give', facts: [] }),
  ],
  ['after something else was done here', () => asking.ask(other, async () => 'done')],
])('means it anew %s', async (_when, pass) => {
  await codeOf(asking.ask(add, cut));
  await pass();
  await asking.ask(add, answers);
  expect(ids[0]).not.toBe(ids[1]);
});

it('goes on with the same id while others check people in', async () => {
  await codeOf(asking.ask(add, cut));
  asking.heard({ seq: 1, cmd: 'c', kind: 'participant.checkIn', facts: [] });
  await asking.ask(add, answers);
  expect(ids[0]).toBe(ids[1]);
});

it('hands on what the desk refuses as it is, and asks that under another id', async () => {
  const refuses = async (id: string) => {
    ids.push(id);
    throw new DeskError('store.disk-full');
  };
  expect(await codeOf(asking.ask(add, refuses))).toBe('store.disk-full');
  expect(await codeOf(asking.ask(add, refuses))).toBe('store.disk-full');
  expect(ids[0]).not.toBe(ids[1]);
});

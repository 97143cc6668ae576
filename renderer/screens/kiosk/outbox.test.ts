import { expect, it } from 'vitest';
import type { Ask } from '../../../shared/commands/command';
import type { Outcome } from '../../../shared/contract';
import { Outbox } from './outbox';

/** A desk that can be out of reach, lose its answers or refuse; and a tab's storage. */
function kiosk() {
  const kept = new Map<string, string>();
  const asked: Ask[] = [];
  let number = 0;
  const desk = {
    kept,
    asked,
    answer: (_ask: Ask): Outcome | Error => ({ ok: true, seq: 1, cmd: 'x' }),
  };
  const open = () =>
    new Outbox({
      event: 'one',
      store: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      newId: () => `01ARZ3NDEKTSV4RRFFQ69G5FA${(number += 1)}`,
      give: async (ask) => {
        asked.push(ask);
        const outcome = desk.answer(ask);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    });
  return { desk, open };
}

const refusal = (code: string, question = ''): Outcome => ({
  ok: false,
  code,
  reason: code,
  params: { question },
});
const told = (asked: readonly Ask[]) =>
  asked.map(({ command }) => (command.type === 'feedback.give' ? command.answers : {}));

it('leaves nothing behind once the desk has saved it', async () => {
  const { desk, open } = kiosk();
  const outbox = open();
  outbox.put({ usefulness: 4 });
  await outbox.send();
  expect(outbox.waiting).toBe(0);
  expect(desk.kept.size).toBe(0);
  expect(desk.asked[0]?.command).toMatchObject({ type: 'feedback.give', source: 'kiosk' });
});

it('keeps a sheet over a reload and sends it again under the same id', async () => {
  const { desk, open } = kiosk();
  const before = open();
  desk.answer = () => new Error('no line');
  before.put({ usefulness: 4 });
  await before.send();
  expect(before.waiting).toBe(1);
  const after = open();
  expect(after.waiting).toBe(1);
  desk.answer = () => ({ ok: true, seq: 2, cmd: 'y' });
  await after.send();
  expect(after.waiting).toBe(0);
  expect(desk.asked).toHaveLength(2);
  expect(desk.asked[1]?.id).toBe(desk.asked[0]?.id);
});

it('sends each once and in order, though it is asked to while it sends', async () => {
  const { desk, open } = kiosk();
  const outbox = open();
  outbox.put({ usefulness: 1 });
  const first = outbox.send();
  outbox.put({ usefulness: 2 });
  await Promise.all([first, outbox.send(), outbox.send()]);
  expect(told(desk.asked)).toEqual([{ usefulness: 1 }, { usefulness: 2 }]);
});

it('leaves out the answer to a question that is no longer asked, and nothing else', async () => {
  const { desk, open } = kiosk();
  desk.answer = ({ command }) =>
    command.type === 'feedback.give' && 'hall' in command.answers
      ? refusal('feedback.unknownQuestion', 'hall')
      : { ok: true, seq: 1, cmd: 'x' };
  const outbox = open();
  outbox.put({ usefulness: 4, hall: 1 });
  await outbox.send();
  expect(told(desk.asked)).toEqual([{ usefulness: 4, hall: 1 }, { usefulness: 4 }]);
  expect(desk.asked[0]?.id).not.toBe(desk.asked[1]?.id);
  expect(outbox.waiting).toBe(0);
  expect(outbox.refused).toBeUndefined();
});

it('tells what the desk refuses for good, and goes on with the next', async () => {
  const { desk, open } = kiosk();
  desk.answer = () => refusal('event.erased');
  const outbox = open();
  outbox.put({ usefulness: 4 });
  outbox.put({ usefulness: 3 });
  await outbox.send();
  expect(outbox.refused?.code).toBe('event.erased');
  expect(outbox.waiting).toBe(0);
  expect(desk.asked).toHaveLength(2);
});

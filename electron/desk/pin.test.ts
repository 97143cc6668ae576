import { describe, expect, it } from 'vitest';
import { commandSchema } from '../../shared/commands/command';
import { hashOf, isPin, PinDoor } from './pin';

describe('a PIN', () => {
  it('is known again by its hash and by nothing else', async () => {
    const kept = await hashOf('4711');
    expect(kept).not.toContain('4711');
    expect(await isPin('4711', kept)).toBe(true);
    expect(await isPin('4712', kept)).toBe(false);
    expect(await isPin('', kept)).toBe(false);
    expect(await isPin('4711', '')).toBe(false);
  });

  it('is hashed anew each time, in the form that a command takes', async () => {
    const [one, two] = await Promise.all([hashOf('0000'), hashOf('0000')]);
    expect(one).not.toBe(two);
    for (const hash of [one, two, '']) {
      expect(commandSchema.safeParse({ type: 'event.setPin', hash }).success).toBe(true);
    }
    expect(commandSchema.safeParse({ type: 'event.setPin', hash: '0000' }).success).toBe(false);
  });
});

describe('somebody who tries one PIN after another', () => {
  function atDoor() {
    const kept = '4711';
    const door = new PinDoor(async (pin) => pin === kept);
    const tries = async (pin: string, times: number, now: number, event = 'e') => {
      const answers = [];
      for (let n = 0; n < times; n++) answers.push(await door.check(event, pin, kept, now));
      return answers;
    };
    return { door, kept, tries };
  }

  it('has to wait after five wrong ones, even with the right one, and after five more again', async () => {
    const { tries } = atDoor();
    expect((await tries('0000', 4, 1_000)).at(-1)).toEqual({ opened: false, waitMs: 0 });
    expect(await tries('0000', 1, 1_000)).toEqual([{ opened: false, waitMs: 30_000 }]);
    expect(await tries('4711', 1, 2_000)).toEqual([{ opened: false, waitMs: 29_000 }]);
    expect(await tries('4711', 1, 2_000, 'other')).toEqual([{ opened: true, waitMs: 0 }]);
    expect((await tries('0000', 5, 31_000)).at(-1)).toEqual({ opened: false, waitMs: 30_000 });
    expect(await tries('4711', 1, 61_000)).toEqual([{ opened: true, waitMs: 0 }]);
  });

  it('is forgiven by a right one', async () => {
    const { tries } = atDoor();
    await tries('0000', 4, 0);
    await tries('4711', 1, 0);
    expect((await tries('0000', 4, 0)).at(-1)).toEqual({ opened: false, waitMs: 0 });
  });

  it('gets no more tries by asking many at once', async () => {
    const { door, kept } = atDoor();
    const all = Array.from({ length: 7 }, (_, n) => door.check('e', `000${n}`, kept, 0));
    const waiting = (await Promise.all(all)).filter(({ waitMs }) => waitMs > 0);
    expect(waiting).toHaveLength(7);
  });

  it('finds an event without a PIN open', async () => {
    const { door } = atDoor();
    expect(await door.check('e', '', '', 0)).toEqual({ opened: true, waitMs: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { commandSchema } from '../../shared/commands/command';
import { hashOf, isPin, PinTries } from './pin';

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
  it('has to wait after five wrong ones, and after five more again', () => {
    const tries = new PinTries();
    for (let n = 0; n < 4; n++) tries.tried('e', false, 1_000);
    expect(tries.waitMs('e', 1_000)).toBe(0);
    tries.tried('e', false, 1_000);
    expect(tries.waitMs('e', 1_000)).toBe(30_000);
    expect(tries.waitMs('e', 31_000)).toBe(0);
    expect(tries.waitMs('other', 1_000)).toBe(0);
    for (let n = 0; n < 5; n++) tries.tried('e', false, 40_000);
    expect(tries.waitMs('e', 40_000)).toBe(30_000);
  });

  it('is forgiven by a right one', () => {
    const tries = new PinTries();
    for (let n = 0; n < 4; n++) tries.tried('e', false, 0);
    tries.tried('e', true, 0);
    tries.tried('e', false, 0);
    expect(tries.waitMs('e', 0)).toBe(0);
  });
});

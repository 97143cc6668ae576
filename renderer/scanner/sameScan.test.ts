import { describe, expect, it } from 'vitest';
import { SameScan } from './sameScan';

describe('the same scan twice', () => {
  it('is one within two seconds, and another one after that', () => {
    const same = new SameScan();
    expect(same.isNew('A', 0)).toBe(true);
    expect(same.isNew('A', 1_999)).toBe(false);
    expect(same.isNew('A', 2_000)).toBe(true);
  });

  it('is one although another code came in between', () => {
    const same = new SameScan();
    expect([same.isNew('A', 0), same.isNew('B', 300), same.isNew('A', 600)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is one for a camera for as long as the badge is held there', () => {
    const same = new SameScan();
    expect(same.isNewSight('A', 0)).toBe(true);
    for (let at = 100; at < 9_000; at += 100) expect(same.isNewSight('A', at)).toBe(false);
    expect(same.isNewSight('A', 20_000)).toBe(true);
    expect(same.isNew('A', 20_500)).toBe(false);
  });

  it('counts again at once after something else was done', () => {
    const same = new SameScan();
    same.isNew('A', 0);
    same.forget();
    expect(same.isNew('A', 500)).toBe(true);
  });
});

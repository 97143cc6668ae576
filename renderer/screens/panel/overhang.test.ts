import { describe, expect, it } from 'vitest';
import { overhang } from './overhang';

const room = { top: 100, bottom: 700 };

describe('a correction that is opened', () => {
  it('stays where it is when it is in sight whole', () => {
    expect(overhang({ top: 300, bottom: 600 }, room)).toBe(0);
  });

  it('comes up by what hangs below the edge', () => {
    expect(overhang({ top: 600, bottom: 900 }, room)).toBe(208);
  });

  it('comes down by what is hidden above, with the row that was opened', () => {
    expect(overhang({ top: 120, bottom: 500 }, room)).toBe(-36);
  });

  it('keeps its beginning where it is longer than the room', () => {
    expect(overhang({ top: 600, bottom: 1_600 }, room)).toBe(444);
  });
});

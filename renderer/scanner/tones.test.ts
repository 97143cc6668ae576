import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS, ANSWER_SIGNS } from './answerKind';
import { lengthOf, startOf, TONES } from './tones';

/** What an ear tells apart without knowing pitches: how many notes, how long, up or down. */
function rhythm(kind: (typeof ANSWER_KINDS)[number]): string {
  const heard = TONES[kind];
  return heard
    .map(
      (note, index) =>
        `${note.length}${Math.sign(note.pitch - (heard[index - 1]?.pitch ?? note.pitch))}`,
    )
    .join(' ');
}

describe('the sounds of the answers', () => {
  it('are short, and no note of one runs into the next', () => {
    for (const kind of ANSWER_KINDS) {
      expect(lengthOf(kind), kind).toBeLessThanOrEqual(300);
      for (const [index, note] of TONES[kind].entries()) {
        const next = TONES[kind][index + 1];
        if (next) expect(note.from + note.length, kind).toBeLessThanOrEqual(next.from);
      }
    }
  });

  it('are told apart by their rhythm; only a refusal of another kind sounds much like an unknown code', () => {
    const kinds = ANSWER_KINDS.filter((kind) => kind !== 'refused');
    expect(new Set(kinds.map(rhythm)).size).toBe(kinds.length);
  });

  it('come one after the other when two are due at once, and not at all when they would come too late', () => {
    let busy = 0;
    for (const now of [1_000, 1_100, 1_200]) {
      const start = startOf(now, busy);
      expect(start).toBeGreaterThanOrEqual(Math.max(now, busy));
      busy = (start ?? 0) + lengthOf('in');
    }
    expect(startOf(1_000, 1_900)).toBeUndefined();
  });

  it('go with signs that are all different', () => {
    expect(new Set(Object.values(ANSWER_SIGNS)).size).toBe(ANSWER_KINDS.length);
  });
});

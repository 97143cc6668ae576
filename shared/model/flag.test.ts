import { describe, expect, it } from 'vitest';
import { flagged, flagOf } from './flag';

describe('a flag', () => {
  it('is a note that begins with an exclamation mark, shown without it', () => {
    expect(flagOf('! Puhuja, pyydä mikrofonitestiin')).toEqual({
      loud: true,
      text: 'Puhuja, pyydä mikrofonitestiin',
    });
    expect(flagOf(' !!Kiire').text).toBe('Kiire');
    expect(flagOf('Kysyi parkkipaikkaa!')).toEqual({ loud: false, text: 'Kysyi parkkipaikkaa!' });
  });

  it('is put up and taken down without changing the words', () => {
    const note = 'Puhuja';
    expect(flagOf(flagged(note, true))).toEqual({ loud: true, text: note });
    expect(flagged(flagged(flagged(note, true), true), false)).toBe(note);
    expect(flagged('', true)).toBe('');
  });
});

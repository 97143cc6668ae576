import { describe, expect, it } from 'vitest';
import { LEGEND } from './legend';
import { readKey } from './panelKeys';

describe('the keys of the panel', () => {
  it('hand the floor to the places at the table, the moderator, the audience and nobody', () => {
    expect(readKey('floor', '1')?.meaning).toEqual({ does: 'give', to: { seat: 0 } });
    expect(readKey('floor', '9')?.meaning).toEqual({ does: 'give', to: { seat: 8 } });
    expect(readKey('floor', 'M')?.meaning).toEqual({ does: 'give', to: { speaker: 'moderator' } });
    expect(readKey('floor', 'Q')?.meaning).toEqual({ does: 'give', to: { speaker: 'audience' } });
    expect(readKey('floor', '0')?.meaning).toEqual({ does: 'give', to: { speaker: '' } });
  });

  it('raise a hand with Shift, or with H and then the digit', () => {
    expect(readKey('floor', 'Shift+3')?.meaning).toEqual({ does: 'hand', seat: 2 });
    expect(readKey('floor', 'H')).toEqual({ mode: 'hand', meaning: { does: 'nothing' } });
    expect(readKey('hand', '3')).toEqual({ mode: 'floor', meaning: { does: 'hand', seat: 2 } });
  });

  it('correct the turn in two: to another, earlier, taken back', () => {
    expect(readKey('floor', 'G')?.mode).toBe('giveTo');
    expect(readKey('giveTo', '2')?.meaning).toEqual({ does: 'giveTo', to: { seat: 1 } });
    expect(readKey('earlier', '2')?.meaning).toEqual({ does: 'earlier', ms: 30_000 });
    expect(readKey('earlier', '4')?.meaning).toEqual({ does: 'type' });
    expect(readKey('floor', 'T')?.mode).toBe('takeBack');
    expect(readKey('takeBack', 'T')?.meaning).toEqual({ does: 'takeBack' });
  });

  it('join the turn with the one before it: of its own speaker, or of whom is said', () => {
    expect(readKey('floor', 'J')?.mode).toBe('join');
    expect(readKey('join', 'J')?.meaning).toEqual({ does: 'join', to: null });
    expect(readKey('join', '3')?.meaning).toEqual({ does: 'join', to: { seat: 2 } });
    expect(readKey('join', 'M')?.meaning).toEqual({ does: 'join', to: { speaker: 'moderator' } });
    expect(readKey('join', 'Escape')?.meaning).toEqual({ does: 'nothing' });
  });

  it('lengthen and shorten the running turn on Finnish, American and number keys', () => {
    for (const key of ['+', 'Shift++']) {
      expect(readKey('floor', key)?.meaning).toEqual({ does: 'extend', ms: 30_000 });
    }
    for (const key of ['-', '−']) {
      expect(readKey('floor', key)?.meaning).toEqual({ does: 'extend', ms: -30_000 });
    }
  });

  it('open the legend, the settings, the report and the corrections of the last turn', () => {
    expect(readKey('floor', 'Shift+?')?.meaning).toEqual({ does: 'open', part: 'keys' });
    expect(readKey('floor', 'P')?.meaning).toEqual({ does: 'open', part: 'settings' });
    expect(readKey('floor', 'R')?.meaning).toEqual({ does: 'open', part: 'report' });
    expect(readKey('floor', 'C')?.meaning).toEqual({ does: 'correct' });
  });

  it('never hand the floor over in the middle of a pair', () => {
    for (const mode of ['hand', 'giveTo', 'earlier', 'takeBack', 'join'] as const) {
      for (const key of ['1', '9', '0', 'M', 'Q', 'Space', 'S', '+', 'Ctrl+Z']) {
        expect(readKey(mode, key)?.meaning.does).not.toBe('give');
        expect(readKey(mode, key)?.mode).toBe('floor');
      }
    }
  });

  it('all stand in the legend', () => {
    const listed = LEGEND.flatMap(({ tries }) => tries);
    const single = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-?'.split('');
    const keys = [...single, 'Space', 'Ctrl+Z', ...'123456789'.split('').map((n) => `Shift+${n}`)];
    for (const key of keys) {
      expect(listed.includes(key), key).toBe(readKey('floor', key) !== null);
    }
  });

  it('do nothing and start over when the second key does not fit', () => {
    expect(readKey('giveTo', 'Escape')).toEqual({ mode: 'floor', meaning: { does: 'nothing' } });
    expect(readKey('takeBack', '1')).toEqual({ mode: 'floor', meaning: { does: 'nothing' } });
  });

  it('leave all other keys to the browser', () => {
    expect(readKey('floor', 'Tab')).toBeNull();
    expect(readKey('floor', 'Ctrl+R')).toBeNull();
    expect(readKey('floor', 'Alt+1')).toBeNull();
  });
});

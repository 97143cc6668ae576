import { describe, expect, it } from 'vitest';
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

import { describe, expect, it } from 'vitest';
import { keyName } from './keyName';

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the name of a key', () => {
  it('is the letter it types, in upper case', () => {
    expect(keyName({ ...press, key: 's', code: 'KeyS' })).toBe('S');
  });

  it('is the digit by its place, whatever Shift makes it type', () => {
    expect(keyName({ ...press, key: '!', code: 'Digit1', shiftKey: true })).toBe('Shift+1');
    expect(keyName({ ...press, key: '7', code: 'Numpad7' })).toBe('7');
  });

  it('counts Cmd as Ctrl', () => {
    expect(keyName({ ...press, key: 'z', code: 'KeyZ', metaKey: true })).toBe('Ctrl+Z');
  });

  it('spells out keys that type nothing to be seen', () => {
    expect(keyName({ ...press, key: ' ', code: 'Space' })).toBe('Space');
    expect(keyName({ ...press, key: 'ArrowUp', code: 'ArrowUp', altKey: true })).toBe(
      'Alt+ArrowUp',
    );
  });
});

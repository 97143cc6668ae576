import { describe, expect, it } from 'vitest';
import { makeCode } from '../../shared/model/code';
import { isComplete, NOTHING_TYPED, withKey } from './pinEntry';

const typed = (text: string) => [...text].reduce(withKey, NOTHING_TYPED);

describe('the entry at a locked page', () => {
  it('takes four to eight digits', () => {
    expect(isComplete(typed('471'))).toBe(false);
    expect(isComplete(typed('4711'))).toBe(true);
    expect(typed('12345678').digits).toBe('12345678');
    expect(withKey(typed('4711'), 'Backspace').digits).toBe('471');
    expect(withKey(typed('4711'), 'Shift')).toEqual(typed('4711'));
  });

  it('never takes a scanned code for a PIN, not even one of digits alone', () => {
    const code = makeCode('T1', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    for (const scan of [code, '123456789012', '12A4']) {
      expect(typed(scan).foreign).toBe(true);
      expect(isComplete(typed(scan))).toBe(false);
    }
  });
});

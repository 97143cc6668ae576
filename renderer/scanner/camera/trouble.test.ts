import { describe, expect, it } from 'vitest';
import { cameraTrouble } from './trouble';

describe('a camera that gives no picture', () => {
  it('says what to do about it: another address, a permission, a camera, another program', () => {
    const thrown = (name: string) => cameraTrouble(new DOMException('…', name), true);
    expect(thrown('NotAllowedError')).toBe('denied');
    expect(thrown('NotFoundError')).toBe('none');
    expect(thrown('OverconstrainedError')).toBe('none');
    expect(thrown('NotReadableError')).toBe('busy');
    expect(thrown('UnknownError')).toBe('other');
    expect(cameraTrouble(undefined, false)).toBe('insecure');
  });
});

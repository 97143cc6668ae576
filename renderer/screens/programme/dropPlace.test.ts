import { describe, expect, it } from 'vitest';
import { dropPlace } from './dropPlace';

const target = { session: 'b', next: 'c', top: 100, height: 40 };
const none = () => false;

describe('where a dragged session is dropped', () => {
  it('is before the upper half of a row and after its lower half', () => {
    expect(dropPlace('x', target, 119, none)).toEqual({ before: 'b', at: 'b', side: 'before' });
    expect(dropPlace('x', target, 121, none)).toEqual({ before: 'c', at: 'b', side: 'after' });
  });

  it('is last after a row that nothing follows', () => {
    expect(dropPlace('x', { ...target, next: '' }, 139, none)?.before).toBeNull();
  });

  it('is nowhere on itself, right before itself, or before what has begun', () => {
    expect(dropPlace('b', target, 101, none)).toBeNull();
    expect(dropPlace('c', target, 139, none)).toBeNull();
    expect(dropPlace('x', target, 101, (session) => session === 'b')).toBeNull();
    expect(dropPlace('x', target, 139, (session) => session === 'b')).not.toBeNull();
  });
});

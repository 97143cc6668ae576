import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveSignal } from '../../shared/contract';
import { openLine } from './line';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listening() {
  const heard: LiveSignal['type'][] = [];
  let silences = 0;
  const line = openLine(
    (signal) => heard.push(signal.type),
    () => (silences += 1),
    () => Date.now(),
  );
  return { line, heard, silences: () => silences };
}

describe('the line to a desk', () => {
  it('is lost after three seconds without a frame, and says so once', () => {
    const { line, heard, silences } = listening();
    line.receive({ type: 'alive', now: 0 });
    vi.advanceTimersByTime(2_400);
    expect(heard).toEqual(['alive']);
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual(['alive', 'lost']);
    expect(silences()).toBeGreaterThan(1);
    line.close();
  });

  it('can be lost again after it has come back', () => {
    const { line, heard } = listening();
    vi.advanceTimersByTime(4_000);
    line.receive({ type: 'alive', now: 0 });
    vi.advanceTimersByTime(4_000);
    expect(heard).toEqual(['lost', 'alive', 'lost']);
    line.close();
  });

  it('passes over what is not in the agreed form', () => {
    const { line, heard } = listening();
    line.receive({ type: 'alive' });
    line.receive({ type: 'state', state: { seq: 'x' }, now: 0 });
    line.receive(undefined);
    expect(heard).toEqual([]);
    line.close();
  });

  it('is silent once closed', () => {
    const { line, heard } = listening();
    line.close();
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
  });
});

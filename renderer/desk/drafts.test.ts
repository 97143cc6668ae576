import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../../shared/contract';
import type { AnswerOf, AskOf, ChannelName, Desk } from '../../shared/contract';
import { Drafts } from './drafts';

/** A desk that keeps drafts and does nothing else. */
function aDesk({ online = true } = {}) {
  const kept = new Map<string, string>();
  const told: string[] = [];
  const answers: { [C in ChannelName]?: (asked: never) => unknown } = {
    'draft.keep': ({ field, text }: AskOf<'draft.keep'>) => {
      told.push(`${field}: ${text}`);
      kept.set(field, text);
      return {};
    },
    'draft.read': () => ({ drafts: Object.fromEntries(kept) }),
  };
  const desk: Desk = {
    ask: async <C extends ChannelName>(channel: C, asked: AskOf<C>): Promise<AnswerOf<C>> => {
      const answer: unknown = answers[channel];
      if (!online || typeof answer !== 'function') throw new DeskError('desk.offline');
      return answer(asked);
    },
    live: () => () => {},
  };
  return { desk, told };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is typed', () => {
  it('is told to the desk once there is a pause, and is there when the page comes again', async () => {
    const { desk, told } = aDesk();
    const before = await new Drafts(desk, 'event', 'page').load();
    before.keep('name', 'A');
    before.keep('name', 'Aino');
    expect(before.get('name')).toBe('Aino');
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(told).toEqual(['name: Aino']);
    const after = await new Drafts(desk, 'event', 'page').load();
    expect(after.get('name')).toBe('Aino');
  });

  it('is forgotten when it was sent, and nothing is told that the desk knows already', async () => {
    const { desk, told } = aDesk();
    const drafts = await new Drafts(desk, 'event', 'page').load();
    drafts.keep('name', '');
    drafts.keep('notes', 'x');
    await vi.runAllTimersAsync();
    drafts.keep('notes', '');
    await vi.runAllTimersAsync();
    expect(told).toEqual(['notes: x', 'notes: ']);
  });

  it('stays in its field when the desk is away', async () => {
    const { desk } = aDesk({ online: false });
    const drafts = await new Drafts(desk, 'event', 'page').load();
    drafts.keep('name', 'Aino');
    await vi.runAllTimersAsync();
    expect(drafts.get('name')).toBe('Aino');
  });
});

import { describe, expect, it } from 'vitest';
import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../../../shared/model/session';
import type { SessionDetails } from '../../../shared/model/session';
import { inOrder } from '../../../shared/programme/order';
import { DeskOfPaper } from '../../../shared/testing/deskOfPaper';
import { draftOf, endBefore, lengthField, newDraft, readDraft } from './draft';

const seat = {
  id: 's1',
  name: 'Terhi Ojanen',
  title: 'toiminnanjohtaja',
  organisation: '',
  participant: '',
  weight: 1,
  dropped: false,
};
const panel: SessionDetails = {
  ...NO_SESSION_DETAILS,
  kind: 'panel',
  title: 'Rahoitus',
  plannedStart: 9 * 60 + 45,
  plannedMs: 90 * 60_000,
  shortestMs: 45 * 60_000,
  panel: { ...EMPTY_PANEL, seats: [seat], hands: ['s1'], turnLimitMs: 90_000 },
};

describe('the form of a session', () => {
  it('states again what it was given', () => {
    expect(readDraft(draftOf(panel), ['s1'])).toEqual({ fields: panel });
  });

  it('states again what begins past midnight', () => {
    const late = { ...panel, plannedStart: 25 * 60 + 30 };
    expect(readDraft(draftOf(late), ['s1'], { follows: 24 * 60 })).toEqual({ fields: late });
  });

  it('lets a session without a start follow the one before it in its room', () => {
    const desk = new DeskOfPaper();
    const add = (room: string, plannedStart: number) =>
      desk.session({ room, plannedStart, plannedMs: 30 * 60_000 });
    add('', 540);
    add('A', 570);
    add('B', 615);
    const { sessions } = desk.state;
    expect(['A', 'B', ''].map((room) => endBefore(sessions, room, null))).toEqual([600, 645, 645]);
    const [first, second] = inOrder(sessions);
    expect(endBefore(sessions, 'A', second ?? null)).toBe(570);
    expect(endBefore(sessions, '', first ?? null)).toBe(540);
    const read = readDraft({ ...newDraft('A'), length: '20' }, [], { follows: 600 });
    expect(read).toMatchObject({
      fields: { plannedStart: 600, plannedMs: 20 * 60_000, room: 'A' },
    });
  });

  it('takes two times typed as the length for both start and length', () => {
    const draft = { ...draftOf(panel), start: '9', length: '12.30–13.15' };
    expect(readDraft(draft, [])).toMatchObject({
      fields: { plannedStart: 750, plannedMs: 45 * 60_000 },
    });
  });

  it('names every field that cannot be read', () => {
    const draft = { ...draftOf(panel), start: 'kohta', length: '', turnLimit: 'x' };
    expect(readDraft(draft, [])).toEqual({ unreadable: ['start', 'length', 'turnLimit'] });
  });

  it('does not look at the fields of a panel when it is none', () => {
    const draft = { ...draftOf(panel), kind: 'talk' as const, turnLimit: 'x' };
    expect(readDraft(draft, [])).toMatchObject({ fields: { kind: 'talk', panel: null } });
  });

  it('leaves out seats and speakers without a name, and lowers hands of those who are absent', () => {
    const draft = {
      ...draftOf(panel),
      seats: [
        { ...seat, dropped: true },
        { ...seat, id: 's2', name: ' ' },
      ],
      speakers: [{ name: '', title: 'x' }],
    };
    expect(readDraft(draft, ['s1'])).toMatchObject({
      fields: { speakers: [], panel: { seats: [{ id: 's1' }], hands: [] } },
    });
  });
});

describe('a length in its field', () => {
  it.each([
    [0, ''],
    [45 * 60_000, '45'],
    [60 * 60_000, '1:00'],
    [95 * 60_000, '1:35'],
  ])('%d ms is "%s"', (ms, text) => {
    expect(lengthField(ms)).toBe(text);
  });
});

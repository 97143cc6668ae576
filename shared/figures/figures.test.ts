import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Census } from '../erase/census';
import { scrubState } from '../erase/scrub';
import { dayOf, steps } from '../erase/madeUpDay.fixture';
import { MINUTE } from '../model/units';
import { DeskOfPaper, at, idOf } from '../testing/deskOfPaper';
import { arrivalsOf } from './arrivals';
import { figuresOf } from './figures';
import { figuresSchema } from './model';
import type { Figures } from './model';

/** Six people: three of four registered come (one of them leaves), one cancels, one walks in. */
function smallEvent() {
  const desk = new DeskOfPaper();
  const add = (firstName: string, fields = {}, walkIn = false) =>
    idOf(
      desk.must({ type: 'participant.add', fields: { firstName, ...fields }, walkIn }),
      'participant.added',
    );
  const oy = { organisation: 'Hoiva Oy', sector: 'private' as const };
  const aino = add('Aino', { ...oy, answers: { Maakunta: 'Kainuu' } });
  const eino = add('Eino', { ...oy, organisation: ' HOIVA  oy' });
  const onni = add('Onni', { organisation: 'Kunta', sector: 'public' });
  const cancels = add('Peruva', oy);
  add('Poissa', { sector: 'third' });
  const walksIn = add('Veera', {}, true);
  const session = desk.session({ plannedStart: 9 * 60, plannedMs: 60 * MINUTE });
  desk.must({ type: 'participant.cancel', who: cancels });
  desk.now = at(8 * 60 + 2);
  desk.must({ type: 'participant.checkIn', who: aino });
  desk.now = at(8 * 60 + 13);
  desk.must({ type: 'participant.checkIn', who: eino });
  desk.must({ type: 'participant.checkIn', who: onni });
  desk.must({ type: 'participant.checkIn', who: walksIn });
  desk.must({ type: 'badges.printed', who: [aino, eino] });
  desk.must({ type: 'badges.printed', who: [aino] });
  desk.now = at(9 * 60 + 6);
  desk.must({ type: 'session.start', session });
  desk.now = at(9 * 60 + 30);
  desk.must({ type: 'participant.leave', who: onni });
  desk.now = at(10 * 60 + 16);
  desk.must({ type: 'session.end', session });
  return desk;
}

/** Figures without the names of those who speak, which go when personal data are erased. */
const nameless = ({ programme, panels, ...figures }: Figures) => ({
  ...figures,
  programme: { ...programme, sessions: programme.sessions.map((one) => ({ ...one, title: '' })) },
  panels: panels.map((panel) => ({
    ...panel,
    speakers: panel.speakers.map((one) => ({ ...one, name: '', organisation: '' })),
  })),
});

describe('the figures of an event', () => {
  it('tell who signed up, who came and who did not', () => {
    expect(figuresOf(smallEvent().state, at(700)).attendance).toMatchObject({
      registered: 5,
      cancelled: 1,
      came: 4,
      cameRegistered: 3,
      walkIns: 1,
      noShows: 1,
      noShowShare: 0.25,
      cameOfRegistered: 0.8,
      presentNow: 3,
      leftEarly: 1,
      organisations: { came: 2, known: 2 },
    });
  });

  it('share out only what was stated, and tell how many did not state it', () => {
    const { bySector, byRegion } = figuresOf(smallEvent().state, at(700)).attendance;
    expect(bySector.map(({ key, came, share }) => [key, came, share])).toEqual([
      ['private', 2, 2 / 3],
      ['public', 1, 1 / 3],
      ['third', 0, 0],
      ['other', 0, 0],
      ['', 1, null],
    ]);
    expect(byRegion).toContainEqual({ key: 'Kainuu', registered: 1, came: 1, share: 1 });
  });

  it('count who has a badge, and every print after the first', () => {
    expect(figuresOf(smallEvent().state, at(700)).badges).toEqual({ people: 2, reprints: 1 });
  });

  it('set the programme as it went beside the plan', () => {
    const { sessions, endLateMs } = figuresOf(smallEvent().state, at(700)).programme;
    expect(sessions).toMatchObject([{ lateMs: 6 * MINUTE, ms: 70 * MINUTE, overMs: 10 * MINUTE }]);
    expect(endLateMs).toBe(16 * MINUTE);
  });

  it('are JSON of their schema', () => {
    const figures = figuresOf(smallEvent().state, at(700));
    expect(figuresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
  });

  it('tell no role, size or place by name that only one or two people stated', () => {
    const desk = new DeskOfPaper();
    const add = (role: string, orgSize: string, kunta: string) =>
      desk.must({
        type: 'participant.add',
        fields: { firstName: 'Aino', role, orgSize, answers: { Kunta: kunta } },
        walkIn: true,
        checkIn: true,
      });
    for (let i = 0; i < 3; i += 1) add('opiskelija', '1–9', 'KAJAANI');
    add('Matin vaimo', 'vain minä', 'Sottunga');
    add('speaker', 'Suuri', 'Kainuu');
    const { byRole, bySize, byRegion } = figuresOf(desk.state, at(700)).attendance;
    const told = (groups: typeof byRole) => groups.map(({ key, came }) => [key, came]);
    expect(told(byRole)).toEqual([
      ['opiskelija', 3],
      ['other', 1],
      ['speaker', 1],
    ]);
    expect(told(bySize)).toEqual([
      ['1–9', 3],
      ['other', 1],
      ['Suuri', 1],
    ]);
    expect(told(byRegion)).toEqual([
      ['KAJAANI', 3],
      ['Kainuu', 1],
      ['other', 1],
    ]);
  });

  it('add up on any day, and stay when personal data are erased', () => {
    fc.assert(
      fc.property(steps, (happenings) => {
        const { desk } = dayOf(happenings);
        const figures = figuresOf(desk.state, desk.now);
        const { attendance, arrivals } = figures;
        const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
        expect(attendance.came).toBe(attendance.cameRegistered + attendance.walkIns);
        expect(attendance.noShows).toBeGreaterThanOrEqual(0);
        expect(sum(arrivals.steps.map(({ count }) => count))).toBe(attendance.came);
        for (const groups of [attendance.bySector, attendance.byRole, attendance.bySize]) {
          expect(sum(groups.map(({ came }) => came))).toBe(attendance.came);
          expect(sum(groups.map(({ registered }) => registered))).toBe(attendance.registered);
        }
        const census = new Census();
        for (const commit of desk.commits) census.readCommit(commit);
        census.readState(desk.state);
        const after = figuresOf(scrubState(desk.state, census), desk.now);
        expect(nameless(after)).toEqual(nameless(figures));
      }),
      { numRuns: 60 },
    );
  });
});

describe('arrivals', () => {
  it('are counted per five minutes, empty ones in between included, with the first fullest as the peak', () => {
    const minutes = [0, 4, 5, 5, 21, 22].map((minute) => at(480) + minute * MINUTE);
    const { steps: all, peak, halfAt } = arrivalsOf(minutes);
    expect(all.map(({ count, total }) => [count, total])).toEqual([
      [2, 2],
      [2, 4],
      [0, 4],
      [0, 4],
      [2, 6],
    ]);
    expect(peak).toEqual({ from: at(480), count: 2 });
    expect(halfAt).toBe(at(485));
  });

  it('of nobody are none', () => {
    expect(arrivalsOf([])).toMatchObject({ steps: [], peak: null, halfAt: null });
  });

  it('on days far apart leave the nights out', () => {
    const far = arrivalsOf([at(480), at(480) + 40 * 86_400_000]);
    expect(far.steps.map(({ total }) => total)).toEqual([1, 2]);
  });
});

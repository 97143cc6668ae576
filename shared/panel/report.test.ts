import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import { MINUTE, SECOND } from '../model/units';
import { at, DeskOfPaper, seatsOf } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { panelReport } from './report';
import { reportCsv } from './reportCsv';
import type { ReportWords } from './reportCsv';
import { timelineSvg, xmlText } from './timeline';
import type { TimelineWords } from './timeline';

const WORDS: ReportWords & TimelineWords = {
  column: (column) => column,
  sector: (sector) => `sektori ${sector}`,
  role: (role) => `rooli ${role}`,
  moderator: 'Puheenjohtaja',
  audience: 'Yleisö',
  silence: 'Hiljaisuus',
  total: 'Yhteensä',
  jain: 'Jain',
  decimal: ',',
  title: 'Paneeli',
  letter: (sector) => sector.charAt(0).toUpperCase(),
  clock: (instant) => `${(instant - at(0)) / MINUTE}`,
  length: (ms) => `${ms / SECOND}s`,
};

/** Three panelists, two of them registered; `names` at the table. */
function panelOf(names = ['Aino', 'Bertta', 'Cecilia']) {
  const desk = new DeskOfPaper();
  desk.now = at(606);
  const people = names.slice(0, 2).map((name, n) => {
    const id = desk.person(name);
    const fields = { sector: n === 0 ? 'private' : 'public', role: 'panelist' } as const;
    desk.must({ type: 'participant.edit', who: id, fields });
    return id;
  });
  const seats = seatsOf(3).map((seat, n) => ({
    ...seat,
    name: names[n] ?? '',
    participant: people[n] ?? '',
  }));
  const fields = { plannedStart: 600, plannedMs: 45 * MINUTE };
  const session = desk.panel(3, { seats, reserveMs: 9 * MINUTE }, fields);
  const give = (speaker: string, ms: number) => {
    desk.must({ type: 'floor.give', session, speaker });
    desk.pass(ms);
  };
  const report = () => {
    const panel = desk.state.sessions.get(session);
    if (!panel) throw new Error('no panel');
    return panelReport(desk.state, panel, desk.now);
  };
  return { desk, session, give, report };
}

/** The panel of a seed article begins six minutes late; b is paused once and never cut in two. */
function spokenPanel() {
  const panel = panelOf();
  const { desk, session, give } = panel;
  give(MODERATOR, MINUTE);
  give('a', 3 * MINUTE);
  give('b', MINUTE);
  desk.must({ type: 'floor.pause', session });
  desk.pass(30 * SECOND);
  desk.must({ type: 'floor.resume', session });
  desk.pass(2 * MINUTE);
  give('a', MINUTE);
  give(AUDIENCE, 20 * SECOND);
  give(AUDIENCE, 40 * SECOND);
  return panel;
}

describe('the report of a panel', () => {
  it('tells who spoke how long, how often, and against which budget', () => {
    const { report } = spokenPanel();
    const told = report();
    // Six minutes late and holding its end: 39 minutes, 9 of them kept, 10 for each.
    expect(told).toMatchObject({ lengthMs: 39 * MINUTE, availableMs: 30 * MINUTE });
    expect(told.speakers).toMatchObject([
      {
        name: 'Aino',
        sector: 'private',
        role: 'panelist',
        spokenMs: 4 * MINUTE,
        budgetMs: 10 * MINUTE,
        ofBudget: 0.4,
        turns: 2,
        longestMs: 3 * MINUTE,
        meanMs: 2 * MINUTE,
      },
      { spokenMs: 3 * MINUTE, turns: 1, longestMs: 3 * MINUTE },
      { sector: '', spokenMs: 0, turns: 0, longestMs: 0, meanMs: 0, share: 0 },
    ]);
    expect(told.speakers[0]?.share).toBeCloseTo(4 / 7, 12);
    expect(told.moderator).toMatchObject({ spokenMs: MINUTE, turns: 1 });
    expect(told.audience).toEqual({
      spokenMs: MINUTE,
      turns: 2,
      longestMs: 40 * SECOND,
      meanMs: 30 * SECOND,
    });
    expect(told.silenceMs).toBe(30 * SECOND);
    expect(told.jain).toBeCloseTo(49 / (3 * 25), 12);
  });

  it('sums up by sector and by role, those not known last', () => {
    const { report } = spokenPanel();
    expect(report().bySector).toMatchObject([
      { key: 'private', people: 1, spokenMs: 4 * MINUTE, turns: 2 },
      { key: 'public', people: 1, spokenMs: 3 * MINUTE },
      { key: '', people: 1, spokenMs: 0 },
    ]);
    expect(report().byRole).toMatchObject([
      { key: 'panelist', people: 2, spokenMs: 7 * MINUTE, turns: 3, share: 1 },
      { key: '', people: 1, share: 0 },
    ]);
  });

  it('adds up to the millisecond, whoever spoke and how long', () => {
    const turn = fc.tuple(
      fc.constantFrom('a', 'b', 'c', MODERATOR, AUDIENCE, NOBODY),
      fc.integer({ min: 0, max: 100_003 }),
    );
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 15 }), (turns) => {
        const { give, report } = panelOf();
        for (const [speaker, ms] of turns) give(speaker, ms);
        const told = report();
        const { spokenMs, moderator, audience, silenceMs, panelMs } = told;
        expect(spokenMs + moderator.spokenMs + audience.spokenMs + silenceMs).toBe(panelMs);
        for (const groups of [told.bySector, told.byRole]) {
          expect(groups.reduce((sum, group) => sum + group.spokenMs, 0)).toBe(spokenMs);
          expect(groups.reduce((sum, group) => sum + group.people, 0)).toBe(3);
        }
      }),
      runs(60),
    );
  });
});

describe('the report as CSV', () => {
  it('opens in a Finnish spreadsheet: BOM, semicolons, decimal commas', () => {
    const csv = reportCsv(spokenPanel().report(), WORDS);
    expect(csv.startsWith('\uFEFFname;title;')).toBe(true);
    const lines = csv.split('\r\n');
    expect(lines[0]).toContain(';spoken (s);budget (s);share (%);ofBudget (%);turns;longest (s);');
    expect(lines[1]).toBe(
      'Aino;;;sektori private;rooli panelist;240,0;600,0;57,1;40,0;2;180,0;120,0',
    );
    expect(lines[6]).toBe('Hiljaisuus;;;;;30,0;;;;;;');
    const widths = lines.filter(Boolean).map((line) => line.split(';').length);
    expect(new Set(widths)).toEqual(new Set([12]));
  });

  it('holds nothing that a spreadsheet would run, and keeps what looks like its own signs', () => {
    const { report } = panelOf(['=HYPERLINK("x")', '@a;b', '-1+2']);
    const csv = reportCsv(report(), WORDS);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(`"'@a;b"`);
    expect(csv).toContain(`'-1+2;`);
  });
});

describe('the drawing of a panel', () => {
  it('has a lane for everyone at the table and for those beside it who spoke', () => {
    const svg = timelineSvg(spokenPanel().report(), WORDS);
    for (const name of ['Aino', 'Bertta', 'Cecilia', 'Puheenjohtaja', 'Yleisö']) {
      expect(svg).toContain(`<title>${name}</title>`);
    }
    expect(timelineSvg(panelOf().report(), WORDS)).not.toContain('Yleisö');
  });

  it('draws a bar for each stretch, as long as it lasted', () => {
    const svg = timelineSvg(spokenPanel().report(), WORDS);
    const bars = [
      ...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="20" fill/g),
    ]
      .filter(([, x]) => Number(x) >= 300)
      .map(([, , width]) => Number(width));
    expect(bars).toHaveLength(7);
    const whole = 9.5 * MINUTE;
    expect(bars[0]).toBeCloseTo((624 * 3 * MINUTE) / whole, 1);
  });

  it('tells sectors apart by pattern and letter too', () => {
    const svg = timelineSvg(spokenPanel().report(), WORDS);
    const patterns = [...svg.matchAll(/<pattern id="ink-(\w+)".*?<rect [^>]*>(.*?)<\/pattern>/g)];
    expect(patterns.map(([, id]) => id)).toEqual([
      'private',
      'public',
      'unknown',
      'moderator',
      'audience',
    ]);
    expect(new Set(patterns.map(([, , marks]) => marks)).size).toBe(patterns.length);
    for (const letter of ['P', 'U']) expect(svg).toContain(`>${letter}</text>`);
  });

  it('lets no name become markup, whatever it holds', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(words, (name) => {
        expect(xmlText(name)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
    const svg = timelineSvg(
      panelOf(['<script>alert(1)</script>', '"onload="x', 'a\u0000b\ud800c & d']).report(),
      WORDS,
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('<title>abc &amp; d</title>');
    expect(svg).not.toMatch(/(href|src|url\((?!#))/);
  });

  it('is drawn before anybody has spoken, and of a panel that never began', () => {
    expect(timelineSvg(panelOf().report(), WORDS)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/model/units';
import type { SessionDetails } from '../../shared/model/session';
import { inOrder } from '../../shared/programme/order';
import { at, DeskOfPaper } from '../../shared/testing/deskOfPaper';
import { needsPoppler, noPoppler, reportOf, wordsOf } from '../badges/testing/poppler';
import { drawSheet, wrap } from './drawSheet';
import { MARGIN, PAGE } from './paper';
import { runSheetOf } from './runSheetRows';
import type { RunSheetOptions } from './runSheetRows';

const LONG =
  'Hyvinvointialueen ja yksityisten palveluntuottajien yhteistyön rahoitus, kehittäminen ja vaikuttavuuden mittaaminen harvaan asutuilla alueilla';

function sheetOf(desk: DeskOfPaper, options: Partial<RunSheetOptions> = {}) {
  return runSheetOf(desk.state, { language: 'fi', kind: 'plan', now: desk.now, ...options });
}

/** So many talks of half an hour with long titles and two speakers, from 9.00 on. */
function longDay(many: number, fields: (n: number) => Partial<SessionDetails> = () => ({})) {
  const desk = new DeskOfPaper({ name: 'Soteuttamo Etelä-Karjala', venue: 'Nuijamies' });
  const speakers = [
    { name: 'Terhi Ojanen', title: 'toiminnanjohtaja' },
    { name: 'Åsa Näkkäläjärvi', title: 'verksamhetsledare' },
  ];
  for (let n = 0; n < many; n++) {
    const title = `${n + 1}. ${LONG}`;
    const plan = { plannedStart: 540 + n * 20, plannedMs: 20 * MINUTE };
    desk.session({ title, speakers, ...plan, ...fields(n) });
  }
  return desk;
}

const cells = (desk: DeskOfPaper, options: Partial<RunSheetOptions> = {}) =>
  sheetOf(desk, options).rows.map((row) => row.heading ?? [...row.cells, row.title].join(' | '));

describe('what stands on a run sheet', () => {
  it('is the plan with a column to write in', () => {
    const desk = new DeskOfPaper();
    desk.session({ title: 'Avaus', kind: 'opening', plannedStart: 545, plannedMs: 95 * MINUTE });
    expect(cells(desk)).toEqual(['9.05–10.40 | 1 h 35 min |  |  | Avaus']);
    expect(cells(desk, { language: 'en' })[0]).toContain('9:05–10:40');
    expect(sheetOf(desk).rows[0]?.details).toEqual(['Avaus']);
    expect(sheetOf(desk).closing).toBe('Päivä päättyy 10.40');
  });

  it('is what has been, and how far from the plan', () => {
    const desk = longDay(3, () => ({ title: 'Puhe' }));
    const [first, second] = inOrder(desk.state.sessions).map((one) => one.id);
    desk.now = at(546);
    desk.must({ type: 'session.start', session: first ?? '' });
    desk.now = at(571);
    desk.must({ type: 'session.start', session: second ?? '' });
    expect(cells(desk, { kind: 'actual' })).toEqual([
      '9.00–9.20 | 9.06–9.31 |  | alku +6 min, kesto +5 min | Puhe',
      '9.20–9.40 | 9.31– käynnissä |  | alku +11 min | Puhe',
      '9.40–10.00 | ei vielä |  |  | Puhe',
    ]);
    expect(sheetOf(desk, { kind: 'actual', language: 'sv' }).rows[0]?.cells.at(-1)).toBe(
      'start +6 min, längd +5 min',
    );
    expect(sheetOf(desk, { kind: 'actual' }).closing).toBe('Päivä päättyy 10.11');
  });

  it('names rooms only where there are some, and says which sessions are for all', () => {
    const desk = longDay(3, (n) => ({ title: 'Puhe', room: ['A', 'B', ''][n] ?? '' }));
    expect(sheetOf(desk).columns.map((column) => column.heading)).toContain('Sali');
    expect(sheetOf(desk).rows.map((row) => row.cells[3])).toEqual(['A', 'B', 'kaikki']);
    expect(sheetOf(longDay(1)).columns.map((column) => column.heading)).not.toContain('Sali');
  });

  it('tells another day, and times in the zone of the event', () => {
    const desk = new DeskOfPaper({ timeZone: 'Europe/Stockholm' });
    desk.session({ title: 'Ilta', plannedStart: 23 * 60 + 30, plannedMs: 60 * MINUTE });
    desk.session({ title: 'Yö', plannedStart: 24 * 60 + 30, plannedMs: 30 * MINUTE });
    expect(cells(desk, { language: 'sv' })).toEqual([
      '23.30–0.30 | 1 h |  |  | Ilta',
      'torsdag 19 mars 2026',
      '0.30–1.00 | 30 min |  |  | Yö',
    ]);
  });

  it('lists who sits in a panel, without those who are absent and without anything of participants', () => {
    const desk = new DeskOfPaper();
    desk.panel(3, { moderator: 'Pirkko' }, { title: 'Paneeli' });
    const panel = [...desk.state.sessions][0];
    if (!panel?.panel) throw new Error('no panel');
    const seats = panel.panel.seats.map((seat, n) => ({ ...seat, dropped: n === 1 }));
    desk.must({
      type: 'session.edit',
      session: panel.id,
      fields: { panel: { ...panel.panel, seats } },
    });
    expect(sheetOf(desk).rows[0]?.details).toEqual([
      'Paneeli',
      'Puheenjohtaja: Pirkko',
      'Panelisti A',
      'Panelisti C',
    ]);
  });
});

describe('lines', () => {
  it('are broken at spaces, and inside a word only when it is too wide alone', () => {
    const line = { text: 'aa bb ' + 'x'.repeat(60), face: 'regular', size: 10 } as const;
    const lines = wrap(line, 100).map((one) => one.text);
    expect(lines[0]).toBe('aa bb');
    expect(lines.slice(1).join('')).toBe('x'.repeat(60));
    expect(lines.length).toBeGreaterThan(3);
  });

  it('show a question mark for what the font does not have', () => {
    const line = { text: 'Ilta \u{1F600}\u200b', face: 'bold', size: 10 } as const;
    expect(wrap(line, 200).map((one) => one.text)).toEqual(['Ilta ?']);
  });
});

describe.skipIf(noPoppler)(needsPoppler('a printed run sheet'), () => {
  const inside = (words: ReturnType<typeof wordsOf>) => {
    for (const word of words.flat()) {
      expect(word.left, word.text).toBeGreaterThanOrEqual(MARGIN - 1);
      expect(word.right, word.text).toBeLessThanOrEqual(PAGE[0] - MARGIN + 1);
      expect(word.top, word.text).toBeGreaterThanOrEqual(MARGIN - 2);
      expect(word.bottom, word.text).toBeLessThanOrEqual(PAGE[1] - MARGIN + 3);
    }
  };

  it('of forty sessions repeats its head, numbers its pages, wraps titles and leaves nothing out', async () => {
    const desk = longDay(40, (n) => ({ room: n % 3 ? 'Kulttuuritila Nuijamies' : '' }));
    const { pdf, pages } = await drawSheet(sheetOf(desk));
    const words = wordsOf(pdf);
    expect(words).toHaveLength(pages);
    expect(pages).toBeGreaterThan(2);
    inside(words);
    const said = words.map((page) => page.map((word) => word.text).join(' '));
    said.forEach((page, at) => {
      expect(page).toContain('Ohjelmanumero');
      expect(page).toContain(`${at + 1} / ${pages}`);
    });
    for (let n = 1; n <= 40; n++) expect(said.join(' ')).toContain(` ${n}. `);
    expect(said.join(' ').split('mittaaminen')).toHaveLength(41);
    expect(reportOf('pdfinfo', pdf)).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
  });

  it('goes on over pages with a row that no page could hold', async () => {
    const desk = new DeskOfPaper();
    const speakers = Array.from({ length: 60 }, (_, n) => ({
      name: `Puhuja ${n} ${LONG}`,
      title: LONG,
    }));
    desk.session({ title: 'Kaikki puhuvat', speakers });
    const { pdf, pages } = await drawSheet(sheetOf(desk));
    const words = wordsOf(pdf);
    expect(pages).toBeGreaterThan(2);
    inside(words);
    expect(words.flat().filter((word) => word.text === 'Puhuja')).toHaveLength(60);
  });

  it('carries its fonts with it', async () => {
    const fonts = reportOf('pdffonts', (await drawSheet(sheetOf(longDay(2)))).pdf)
      .split('\n')
      .slice(2)
      .filter(Boolean);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it.each(['fi', 'sv', 'en'] as const)('of an empty programme says so in %s', async (language) => {
    const sheet = sheetOf(new DeskOfPaper(), { language });
    const { pdf, pages } = await drawSheet(sheet);
    expect(pages).toBe(1);
    const words = wordsOf(pdf);
    expect(
      words
        .flat()
        .map((word) => word.text)
        .join(' '),
    ).toContain(sheet.empty);
    inside(words);
  });
});

import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/model/units';
import { DeskOfPaper, idOf } from '../../shared/testing/deskOfPaper';
import { needsPoppler, noPoppler, reportOf as poppler, wordsOf } from '../badges/testing/poppler';
import { drawReport } from './drawReport';
import { reportOf } from './reportOf';

/** A day with everything: people of every sector, a programme, a panel, feedback. */
function wholeDay(people = 40) {
  const desk = new DeskOfPaper({
    name: 'Soteuttamo: Etelä-Karjala',
    region: 'Etelä-Karjala',
    venue: 'Kulttuuritila Nuijamies',
    organisers: ['Maakunnan liitto'],
  });
  const sectors = ['private', 'public', 'third', 'other', ''] as const;
  for (let i = 0; i < people; i += 1) {
    const fields = {
      firstName: `Vieras ${i}`,
      organisation: `Hoiva ${i % 9} Oy`,
      sector: sectors[i % 5] ?? '',
      orgSize: ['1–9', '10–49'][i % 2] ?? '',
    };
    const added = desk.must({ type: 'participant.add', fields, walkIn: i % 7 === 0 });
    desk.pass(20_000);
    if (i % 6 !== 5)
      desk.must({ type: 'participant.checkIn', who: idOf(added, 'participant.added') });
  }
  const panel = desk.panel(5, {}, { plannedStart: 600, plannedMs: 45 * MINUTE });
  desk.must({ type: 'session.start', session: panel });
  for (const speaker of ['a', 'b', 'c', 'd', 'e', 'a', 'moderator']) {
    desk.must({ type: 'floor.give', session: panel, speaker });
    desk.pass(5 * MINUTE);
  }
  desk.must({ type: 'session.end', session: panel });
  for (let i = 0; i < 12; i += 1) {
    const answers = {
      usefulness: 1 + (i % 4),
      ideas: 3,
      recommend: i > 0,
      more: true,
      met: i % 2 > 0,
    };
    desk.must({ type: 'feedback.give', answers });
  }
  return desk;
}

const textOf = (pdf: Uint8Array) =>
  wordsOf(pdf)
    .flat()
    .map(({ text }) => text)
    .join(' ');

describe.skipIf(noPoppler)(needsPoppler('the report of an event'), () => {
  it.each([
    ['fi', 'Raportti tilaisuudesta', 'Sektorit', 'yksityinen'],
    ['sv', 'Rapport om evenemanget', 'Sektorer', 'privat'],
    ['en', 'Report of the event', 'Sectors', 'private'],
  ] as const)('says in %s what the figures are', async (language, title, sectors, one) => {
    const desk = wholeDay();
    const { pdf, pages } = await drawReport(reportOf(desk.state, language, desk.now));
    const text = textOf(pdf);
    expect(text).toContain(title);
    expect(text).toContain('Soteuttamo: Etelä-Karjala');
    expect(text).toContain(sectors);
    expect(text).toContain(one);
    // 34 came of 34 who had signed up: 6 of the 40 were walk-ins, 6 stayed away.
    expect(text).toMatch(/\b34\b/);
    expect(text).not.toMatch(/\{\{|figures\.|column\.|undefined|NaN/);
    expect(pages).toBeGreaterThan(1);
    expect(poppler('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
  });

  it.each([0, 45])('stays on its pages, with %i more sessions than usual', async (more) => {
    const desk = wholeDay(90);
    for (let i = 0; i < more; i += 1) {
      desk.session({ title: `Puheenvuoro ${i}`, plannedStart: 480 + i * 10, plannedMs: MINUTE });
    }
    const { pdf } = await drawReport(reportOf(desk.state, 'fi', desk.now));
    const words = wordsOf(pdf).flat();
    expect(words.length).toBeGreaterThan(200);
    for (const { left, right, top, bottom } of words) {
      expect(left).toBeGreaterThanOrEqual(40);
      expect(right).toBeLessThanOrEqual(556);
      expect(top).toBeGreaterThanOrEqual(36);
      expect(bottom).toBeLessThanOrEqual(806);
    }
  });

  it('is made of an event in which nothing has happened yet', async () => {
    const desk = new DeskOfPaper({ name: 'Tyhjä' });
    const { pdf, pages } = await drawReport(reportOf(desk.state, 'fi', desk.now));
    expect(pages).toBe(1);
    expect(textOf(pdf)).toContain('Tyhjä');
  });

  it('has its drawings described for those who cannot see them', async () => {
    const desk = wholeDay();
    const report = reportOf(desk.state, 'fi', desk.now);
    expect(report.drawings).toHaveLength(report.sections.length);
    const bytes = Buffer.from((await drawReport(report)).pdf).toString('latin1');
    for (const part of ['H1', 'H2', 'Figure', 'Table', 'TH', 'TD']) {
      expect(bytes).toMatch(new RegExp(`/S /${part}\\b`));
    }
    expect(bytes).toMatch(/\/Alt \(/);
  });
});

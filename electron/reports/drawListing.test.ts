import { describe, expect, it } from 'vitest';
import { hostileDay, made } from '../exchange/export/made.fixture';
import { needsPoppler, noPoppler, reportOf as poppler, wordsOf } from '../badges/testing/poppler';
import { DeskOfPaper } from '../../shared/testing/deskOfPaper';
import { draw } from './draw';
import type { Listing } from './listing';

const text = (pdf: Uint8Array) =>
  wordsOf(pdf)
    .flat()
    .map((word) => word.text)
    .join(' ');

describe.skipIf(noPoppler)(needsPoppler('a list of people on paper'), () => {
  it.each([
    ['fi', 'Läsnäololuettelo', 'Osallistujien yhteystiedot', '8.52', 'saapui'],
    ['sv', 'Närvarolista', 'Deltagarnas kontaktuppgifter', '8.52', 'kom'],
    ['en', 'Attendance list', "Participants' contact details", '8:52', 'came'],
  ] as const)('tells in %s who was there, and who can be reached', async (language, ...said) => {
    const [attendance, contacts, at, came] = said;
    const desk = hostileDay();
    const there = await made(desk, 'attendance', { language });
    for (const one of [attendance, at, came, 'Malli7']) expect(text(there.bytes)).toContain(one);
    expect(text(there.bytes)).not.toContain('sepite');
    expect(poppler('pdfinfo', there.bytes)).toMatch(/Tagged:\s+yes/);
    const list = text((await made(desk, 'contacts', { language })).bytes);
    for (const one of [contacts, 'p0@sepite.example', '+358 40 000003'])
      expect(list).toContain(one);
    // The second of the day said no, the third was not asked.
    expect(list).not.toMatch(/p[12]@sepite/);
    expect(list).not.toMatch(/\{\{|undefined|column\./);
  });

  it('goes on over pages with its head on each, every row whole and inside the margins', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [
      `Rivi${i}`,
      i % 3 ? 'Hoiva' : 'Palveluyhtymä Pitkänimiset '.repeat(3),
      'osallistuja.jolla.on.oikein.pitka.osoite@palveluyhtyma-pitkanimiset.example',
    ]);
    const list: Listing = {
      language: 'fi',
      title: 'Luettelo',
      event: 'Tilaisuus',
      lines: ['paikka'],
      lead: 'johdanto',
      columns: [
        { heading: 'otsikkoA', share: 1 },
        { heading: 'otsikkoB', share: 2 },
        { heading: 'otsikkoC', share: 1 },
      ],
      rows,
      empty: '',
      foot: 'alaviite',
    };
    const { pdf, pages } = await draw({ list });
    const sheets = wordsOf(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(sheets).toHaveLength(pages);
    for (const words of sheets) {
      expect(words.filter((word) => word.text === 'otsikkoA')).toHaveLength(1);
      for (const { left, right, top, bottom } of words) {
        expect(left).toBeGreaterThanOrEqual(40);
        expect(right).toBeLessThanOrEqual(556);
        expect(top).toBeGreaterThanOrEqual(36);
        expect(bottom).toBeLessThanOrEqual(806);
      }
    }
    // A row begins on one page and has all its lines there: as many of its words as of its neighbour's kind.
    const firsts = sheets.map((words) => words.find((word) => /^Rivi\d+$/.test(word.text))?.text);
    expect(firsts.every(Boolean)).toBe(true);
    for (const [page, words] of sheets.entries()) {
      const here = words.filter((word) => /^Rivi\d+$/.test(word.text)).length;
      const long = words.filter((word) => word.text === 'Palveluyhtymä').length;
      const short = words.filter((word) => word.text === 'Hoiva').length;
      expect(short + long / 3, `page ${page + 1}`).toBe(here);
    }
  });

  it('says so where there is nobody', async () => {
    const { bytes } = await made(new DeskOfPaper({ name: 'Tyhjä' }), 'attendance');
    expect(text(bytes)).toContain('Ketään ei ole kirjattu sisään.');
  });
});

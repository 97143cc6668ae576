import { describe, expect, it } from 'vitest';
import { at, DeskOfPaper } from '../../shared/testing/deskOfPaper';
import type { CardJob, DrawCards } from '../badges/cards/cards';
import { drawCards } from '../badges/cards/drawCards';
import { needsPoppler, noPoppler, wordsOf } from '../badges/testing/poppler';
import { renderCards } from './badgeCards';

/** What would be drawn, without drawing it. */
async function jobOf(desk: DeskOfPaper, asked: Parameters<typeof renderCards>[2]) {
  const jobs: CardJob[] = [];
  const draw: DrawCards = async (one) => {
    jobs.push(one);
    return { pdf: new Uint8Array(), pages: 1, count: 1, warnings: [] };
  };
  await renderCards(draw, desk.state, asked, desk.now);
  const [job] = jobs;
  if (!job) throw new Error('nothing was drawn');
  return job;
}

function hall(): DeskOfPaper {
  const desk = new DeskOfPaper({ name: 'Soteuttamo', venue: 'Nuijamies' });
  for (const last of ['Öhman', 'Zetterberg', 'Åberg', 'Aarnio', 'Ärölä', 'Ojala', 'Wahlroos']) {
    desk.person('Aino', last);
  }
  return desk;
}

describe('the papers beside the badges', () => {
  it('list everybody for the door as Finnish does: å, ä and ö last, and when it was printed', async () => {
    const desk = hall();
    desk.now = at(8 * 60 + 5);
    const job = await jobOf(desk, { kind: 'door-list', language: 'fi' });
    if (job.kind !== 'door-list') throw new Error('not a door list');
    const names = ['Aarnio', 'Ojala', 'Wahlroos', 'Zetterberg', 'Åberg', 'Ärölä', 'Öhman'];
    expect(job.rows.map(({ name }) => name)).toEqual(names.map((last) => `${last}, Aino`));
    expect(job.lines.at(-1)).toContain('18.3.2026 klo 8.05');
    expect(job.lines).toContain('7 osallistujaa');
  });

  it('leave those who have cancelled off the door list, and tick those who are here', async () => {
    const desk = hall();
    const [first, second] = [...desk.state.participants];
    desk.must({ type: 'participant.cancel', who: first?.id ?? '' });
    desk.must({ type: 'participant.checkIn', who: second?.id ?? '' });
    const job = await jobOf(desk, { kind: 'door-list' });
    if (job.kind !== 'door-list') throw new Error('not a door list');
    expect(job.rows).toHaveLength(6);
    expect(job.rows.filter(({ here }) => here)).toMatchObject([{ name: 'Zetterberg, Aino' }]);
  });

  it('name everybody of the programme once on plates and cards, or those who are picked', async () => {
    const desk = hall();
    desk.panel(2, { moderator: 'Pirkko Hyrylä' });
    desk.session({
      speakers: [
        { name: 'pirkko hyrylä', title: '' },
        { name: 'Erno', title: 'x' },
      ],
    });
    const job = await jobOf(desk, { kind: 'name-plates', language: 'sv' });
    if (job.kind !== 'name-plates') throw new Error('not name plates');
    expect(job.people.map(({ name }) => name).toSorted()).toEqual([
      'Erno',
      'Panelisti A',
      'Panelisti B',
      expect.stringMatching(/^pirkko hyrylä$/i),
    ]);
    const [someone] = [...desk.state.participants];
    const picked = await jobOf(desk, { kind: 'table-cards', who: [someone?.id ?? ''] });
    expect(picked).toMatchObject({ people: [{ name: 'Aino Öhman', role: '' }] });
  });

  it('say why there is none of them to make', async () => {
    const desk = hall();
    await expect(jobOf(desk, { kind: 'certificates' })).rejects.toMatchObject({
      code: 'badges.nobodyCame',
    });
    await expect(jobOf(desk, { kind: 'name-plates' })).rejects.toMatchObject({
      code: 'badges.noSpeakers',
    });
  });
});

describe.skipIf(noPoppler)(needsPoppler('on paper,'), () => {
  const drawn = async (desk: DeskOfPaper, asked: Parameters<typeof renderCards>[2]) => {
    const made = await renderCards(drawCards, desk.state, asked, desk.now);
    return { ...made, words: wordsOf(Buffer.from(made.pdf, 'base64')) };
  };

  it('a door list has every code once, and its number on every page', async () => {
    const desk = new DeskOfPaper();
    for (let n = 0; n < 60; n += 1) desk.person(`Aino ${n}`, `Näkkäläjärvi-${n}`);
    const { words, pages, count, warnings } = await drawn(desk, { kind: 'door-list' });
    expect({ pages, count, warnings }).toEqual({ pages: 2, count: 60, warnings: [] });
    const texts = words.flat().map(({ text }) => text);
    for (const { code } of desk.state.participants) {
      expect(texts.filter((text) => text === code)).toHaveLength(1);
    }
    expect(words.map((page) => page.slice(-3).map(({ text }) => text))).toEqual([
      ['1', '/', '2'],
      ['2', '/', '2'],
    ]);
  });

  it('a name plate shows the name in both halves, and a certificate is a page for each', async () => {
    const desk = hall();
    const who = [...desk.state.participants].slice(0, 3).map(({ id }) => id);
    const plates = await drawn(desk, { kind: 'name-plates', who });
    expect(plates.pages).toBe(3);
    for (const page of plates.words) {
      const tops = page.filter(({ text }) => text === 'Aino').map(({ top }) => top);
      expect(tops.map((top) => top < 421).toSorted()).toEqual([false, true]);
    }
    expect((await drawn(desk, { kind: 'table-cards', who })).pages).toBe(2);
    const certificates = await drawn(desk, { kind: 'certificates', who, language: 'sv' });
    expect(certificates.pages).toBe(3);
    expect(certificates.words.flat().filter(({ text }) => text === 'Deltagarintyg')).toHaveLength(
      3,
    );
  });

  it('a door list has a line for everybody, however the name is written', async () => {
    const desk = new DeskOfPaper();
    desk.person('Ọ\u0301ládélé', 'Ễ\u0312\u0308va');
    desk.person('李', '小龍');
    desk.person('👩', 'Vuori');
    desk.person('Aino', 'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas-Vuorinen');
    const { words, warnings } = await drawn(desk, { kind: 'door-list' });
    const texts = words.flat().map(({ text }) => text.normalize('NFC'));
    expect(texts).toEqual(expect.arrayContaining(['Ọ\u0301ládélé', 'va,', '–', 'Vuori']));
    for (const { code } of desk.state.participants) expect(texts).toContain(code);
    expect(warnings.map(({ kind }) => kind).toSorted()).toEqual([
      'cut-short',
      'missing-glyph',
      'missing-glyph',
    ]);
  });

  it('a name plate keeps a double name whole, and tells a word that had to be broken', async () => {
    const desk = new DeskOfPaper();
    desk.person('Aino', 'Häkkinen-Vuori');
    desk.person('Eino', 'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas');
    const who = [...desk.state.participants].map(({ id }) => id);
    const { words, warnings } = await drawn(desk, { kind: 'name-plates', who });
    expect(words.flat().map(({ text }) => text)).toContain('Häkkinen-Vuori');
    expect(warnings).toMatchObject([{ kind: 'too-long', name: expect.stringMatching(/^Eino/) }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { BadgeOptions } from './badge';
import { renderBadges } from './render';
import { OPTIONS, PERSON } from './testing/people';

describe('a print job', () => {
  it('refuses an empty one in words', async () => {
    await expect(renderBadges([], OPTIONS)).rejects.toMatchObject({
      reason: 'nobody',
      message: expect.stringContaining('Pick at least one person'),
    });
  });

  it.each([
    [1, 1, 1],
    [10, 1, 1],
    [11, 1, 2],
    [7, 4, 1],
    [8, 4, 2],
    [1, 10, 1],
  ])('puts %i badges from place %i on %i page(s)', async (count, start, pages) => {
    const people = Array.from({ length: count }, () => PERSON);
    const job = await renderBadges(people, { ...OPTIONS, start });
    expect(job).toMatchObject({ badges: count, pages, warnings: [] });
  });

  it('has backs on the even pages, or one side alone for a printer that turns nothing', async () => {
    const people = Array.from({ length: 9 }, () => PERSON);
    const back = { logo: false, sections: [{ heading: '', rows: [{ time: '', text: 'Kiitos' }] }] };
    const options = { ...OPTIONS, layout: 'a4-a6-duplex', start: 3, back };
    const pagesOf = async (more: Partial<BadgeOptions>) => {
      const { pages, sheets, flip } = await renderBadges(people, { ...options, ...more });
      expect(sheets).toEqual([2, 4, 3]);
      return [pages, flip];
    };
    expect(await pagesOf({})).toEqual([6, 'flip-long-edge']);
    expect(await pagesOf({ flip: 'flip-short-edge' })).toEqual([6, 'flip-short-edge']);
    expect(await pagesOf({ only: 'fronts' })).toEqual([3, 'flip-long-edge']);
    expect(await pagesOf({ only: 'backs' })).toEqual([3, 'flip-long-edge']);
    const nothing = { logo: false, sections: [] };
    expect(await pagesOf({ back: nothing })).toEqual([3, null]);
  });

  it('has a folded badge on one side, whatever its printer can do', async () => {
    const back = { logo: false, sections: [{ heading: '', rows: [{ time: '', text: 'Kiitos' }] }] };
    const options = { ...OPTIONS, layout: 'a4-a6-fold', back, flip: 'flip-long-edge' } as const;
    expect(await renderBadges([PERSON], options)).toMatchObject({ pages: 1, flip: null });
  });

  it.each([0, 11, 1.5])('refuses to start at place %d of ten', async (start) => {
    await expect(renderBadges([PERSON], { ...OPTIONS, start })).rejects.toMatchObject({
      reason: 'start-off-sheet',
      values: { start, perPage: 10 },
    });
  });

  it('stops where it is when it is given up, and leaves no half a document', async () => {
    const giveUp = new AbortController();
    const seen: number[] = [];
    const people = Array.from({ length: 200 }, () => PERSON);
    const job = renderBadges(people, OPTIONS, {
      signal: giveUp.signal,
      at: (done) => {
        seen.push(done);
        if (done >= 50) giveUp.abort();
      },
    });
    await expect(job).rejects.toMatchObject({ reason: 'given-up' });
    expect(seen).toEqual([25, 50]);
  });

  it('refuses an accent that is not a colour', async () => {
    const job = renderBadges([PERSON], { ...OPTIONS, accent: 'red' });
    await expect(job).rejects.toMatchObject({ reason: 'bad-accent' });
  });

  it('warns of what it could not print, by person', async () => {
    const people = [
      PERSON,
      { ...PERSON, code: 'B2', firstName: '小龍', lastName: 'Vuori' },
      { ...PERSON, code: '', firstName: '', lastName: '' },
      { ...PERSON, code: 'D4', lastName: 'x'.repeat(60) },
      { ...PERSON, code: 'E5', organisation: 'Sote '.repeat(200).trim() },
    ];
    const { warnings, badges } = await renderBadges(people, OPTIONS);
    expect(badges).toBe(5);
    expect(warnings.map(({ code, kind, field }) => [code, kind, field])).toEqual([
      ['B2', 'missing-glyph', 'firstName'],
      ['', 'no-name', 'firstName'],
      ['', 'no-code', 'code'],
      ['D4', 'too-long', 'lastName'],
      ['E5', 'cut-short', 'organisation'],
    ]);
    expect(warnings[0]?.detail).toBe('小 (U+5C0F), 龍 (U+9F8D)');
  });

  it('puts the organisation in the place of a name that is not there, and says so', async () => {
    const nameless = { ...PERSON, firstName: '', lastName: '', organisation: 'Omaishoitajat ry' };
    const { warnings } = await renderBadges([nameless], OPTIONS);
    expect(warnings).toMatchObject([
      { kind: 'no-name', name: 'Omaishoitajat ry', detail: 'Omaishoitajat ry' },
    ]);
  });

  it('warns once, and of nobody, when it is the name of the event that cannot be printed', async () => {
    const { warnings } = await renderBadges([PERSON, PERSON], { ...OPTIONS, eventName: 'Sote 😀' });
    expect(warnings).toMatchObject([{ code: '', kind: 'missing-glyph', field: 'eventName' }]);
  });
});

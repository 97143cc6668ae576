import { describe, expect, it } from 'vitest';
import type { Question } from '../../shared/model/feedback';
import { DeskOfPaper } from '../../shared/testing/deskOfPaper';
import { needsPoppler, noPoppler, reportOf as poppler, wordsOf } from '../badges/testing/poppler';
import { draw } from './draw';
import { feedbackFormOf } from './feedbackForm';

const text = (fi: string, sv = '') => ({ fi, sv, en: '' });
const OWN: Question[] = [
  { id: 'a', kind: 'scale', text: text('Oliko paneeli kiinnostava?'), choices: [] },
  {
    id: 'b',
    kind: 'choice',
    text: text('Mikä aika sopii parhaiten?', 'Vilken tid passar bäst?'),
    choices: [text('Aamupäivä', 'Förmiddag'), text('Iltapäivä'), text('Ilta')],
  },
];

function desk(questions: Question[] = []) {
  const made = new DeskOfPaper({ name: 'Soteuttamo: Lappi', venue: 'Arktikum' });
  made.must({ type: 'event.edit', fields: { questions } });
  return made;
}

describe.skipIf(noPoppler)(needsPoppler('the feedback form'), () => {
  it.each([
    ['fi', 'Vastaa nimettömänä', '1. Kuinka hyödyllinen', 'Mikä aika sopii', 'Ilta'],
    ['sv', 'Svara anonymt', '1. Hur nyttigt', 'Vilken tid passar', 'Förmiddag'],
    ['en', 'Answer anonymously', '1. How useful', 'Mikä aika sopii', 'Ilta'],
  ] as const)('asks in %s, on one page', async (language, anonymous, first, own, choice) => {
    const form = feedbackFormOf(desk(OWN).state, language);
    const { pdf, pages } = await draw({ form });
    const words = wordsOf(pdf).flat();
    const said = words.map((word) => word.text).join(' ');
    for (const one of [anonymous, first, own, choice, 'Soteuttamo: Lappi', '9. '])
      expect(said).toContain(one.trim());
    expect(said).not.toMatch(/\{\{|form\.|scale\.|undefined/);
    expect(pages).toBe(1);
    expect(poppler('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
    for (const { left, right, top, bottom } of words) {
      expect(left).toBeGreaterThanOrEqual(40);
      expect(right).toBeLessThanOrEqual(556);
      expect(top).toBeGreaterThanOrEqual(36);
      expect(bottom).toBeLessThanOrEqual(806);
    }
  });

  it.each([1, 2, 3])(
    'goes on over pages and keeps a question with its boxes, however full a page is (%s)',
    async (more) => {
      const many = Array.from({ length: 20 }, (_, at): Question => ({
        id: `q${at}`,
        kind: 'choice',
        text: text(`Kysymys${at} ${'jossa on paljon sanoja '.repeat(at % 4 === 0 ? 6 * more : 6)}`),
        choices: [text(`Vaihtoehto${at}a`), text(`Vaihtoehto${at}b ${'pitkä '.repeat(9)}`)],
      }));
      const { pdf, pages } = await draw({ form: feedbackFormOf(desk(many).state, 'fi') });
      expect(pages).toBeGreaterThan(1);
      const sheets = wordsOf(pdf);
      // What runs over the foot of a page is cut off by the paper, though its words are still in the file.
      for (const { bottom } of sheets.flat()) expect(bottom).toBeLessThanOrEqual(806);
      for (let at = 0; at < 20; at += 1) {
        const pagesWith = (word: string) =>
          sheets.flatMap((words, page) => (words.some((one) => one.text === word) ? [page] : []));
        expect(pagesWith(`Kysymys${at}`)).toHaveLength(1);
        expect(pagesWith(`Vaihtoehto${at}a`)).toEqual(pagesWith(`Kysymys${at}`));
        expect(pagesWith(`Vaihtoehto${at}b`)).toEqual(pagesWith(`Kysymys${at}`));
      }
    },
  );
});

it('marks a choice with the key by which it is typed in', () => {
  const { questions } = feedbackFormOf(desk(OWN).state, 'fi');
  expect(questions[7]?.boxes).toEqual(['1 Aamupäivä', '2 Iltapäivä', '3 Ilta']);
});

it('has a box for every answer of a scale, a yes-or-no and a choice, and lines for words', () => {
  const { questions } = feedbackFormOf(desk(OWN).state, 'fi');
  expect(questions.map(({ boxes, lines }) => [boxes.length, lines])).toEqual([
    [4, 0],
    [4, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [0, 2],
    [4, 0],
    [3, 0],
    [0, 4],
  ]);
});

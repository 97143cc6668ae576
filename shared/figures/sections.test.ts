import { expect, it } from 'vitest';
import fiFigures from '../../resources/locales/fi/figures.json';
import svFigures from '../../resources/locales/sv/figures.json';
import enFigures from '../../resources/locales/en/figures.json';
import fiTerms from '../../resources/locales/fi/terms.json';
import svTerms from '../../resources/locales/sv/terms.json';
import enTerms from '../../resources/locales/en/terms.json';
import { MINUTE } from '../model/units';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';
import { compared, eventBefore } from './comparison';
import { figuresOf } from './figures';
import { releaseText } from './release';
import { sectionsOf } from './sections';
import type { FigureWords } from './words';

const WORDS: Record<string, { figures: Record<string, string>; terms: Record<string, string> }> = {
  fi: { figures: fiFigures, terms: fiTerms },
  sv: { figures: svFigures, terms: svTerms },
  en: { figures: enFigures, terms: enTerms },
};

/** Words that throw for a key that is not there and for a blank that nothing fills. */
function strictWords(language: 'fi' | 'sv' | 'en'): FigureWords {
  const area = (of: Record<string, string> = {}) =>
    function say(key: string, blanks: Readonly<Record<string, string | number>> = {}): string {
      const plural = of[`${key}_${blanks['count'] === 1 ? 'one' : 'other'}`];
      const text = of[key] ?? plural;
      if (text === undefined) throw new Error(`${language}: no words for ${key}`);
      return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        if (blanks[name] === undefined) throw new Error(`${language}: ${key} lacks ${name}`);
        return String(blanks[name]);
      });
    };
  return {
    language,
    say: area(WORDS[language]?.figures),
    term: area(WORDS[language]?.terms),
    clock: (at) => new Date(at).toISOString().slice(11, 16),
    day: (date) => date,
  };
}

function fullDay() {
  const choices = ['Aamu', 'Ilta'].map((fi) => ({ fi, sv: '', en: '' }));
  const question = { id: 'when', kind: 'choice' as const, choices };
  const desk = new DeskOfPaper({
    name: 'Kohtaaminen <Kajaani> & "co"',
    venue: 'Sali',
    questions: [{ ...question, text: { fi: 'Milloin?', sv: '', en: '' } }],
  });
  for (let i = 0; i < 6; i += 1) {
    const sector = (['private', 'public', ''] as const)[i % 3] ?? '';
    const fields = {
      firstName: `V${i}`,
      sector,
      organisation: `O${i}`,
      role: ['participant', 'speaker'][i % 2] ?? '',
      orgSize: ['1–9', '250+'][i % 2] ?? '',
      answers: { Kunta: ['Kajaani', 'Sotkamo'][i % 2] ?? '' },
    };
    const who = idOf(
      desk.must({ type: 'participant.add', fields, walkIn: i > 2 }),
      'participant.added',
    );
    desk.must({ type: 'participant.checkIn', who });
    desk.pass(MINUTE);
    const answers = {
      usefulness: 4,
      ideas: 2,
      recommend: true,
      more: true,
      met: i > 2,
      when: i % 2,
    };
    desk.must({ type: 'feedback.give', answers });
  }
  const panel = desk.panel(2, {}, { plannedStart: 500, plannedMs: 20 * MINUTE });
  desk.must({ type: 'session.start', session: panel });
  desk.must({ type: 'floor.give', session: panel, speaker: 'a' });
  desk.pass(3 * MINUTE);
  desk.must({ type: 'session.end', session: panel });
  return desk;
}

it.each(['fi', 'sv', 'en'] as const)('have words for everything in %s', (language) => {
  const desk = fullDay();
  const words = strictWords(language);
  const figures = figuresOf(desk.state, desk.now);
  const sections = sectionsOf(figures, words, desk.state.event.questions);
  expect(sections.map(({ key }) => key.replace(/-.*(?=)/, (m) => (m === '-yes' ? m : '')))).toEqual(
    [
      'attendance',
      'arrivals',
      'bySector',
      'byRole',
      'bySize',
      'byRegion',
      'programme',
      'panel',
      'feedback',
      'feedback-yes',
      'feedback',
    ],
  );
  for (const { columns, rows, chart } of sections) {
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(chart).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(chart).not.toMatch(/NaN|undefined|Infinity|<Kajaani>/);
  }
  const text = releaseText(figures, words);
  expect(text).toContain('6');
  expect(text).toContain('Kohtaaminen <Kajaani> & "co"');
  expect(text).not.toMatch(/NaN|undefined|– /);
  expect(compared(figures, figures, words).every(({ change }) => !/[1-9]/.test(change))).toBe(true);
});

it('say nothing of an event in which nothing has happened but that nobody came', () => {
  const desk = new DeskOfPaper();
  const figures = figuresOf(desk.state, desk.now);
  const words = strictWords('fi');
  expect(sectionsOf(figures, words).map(({ key }) => key)).toEqual(['attendance']);
  expect(releaseText(figures, words)).not.toMatch(/NaN|undefined/);
});

it('tell no feedback in public that fewer than five have given', () => {
  const desk = new DeskOfPaper();
  for (let i = 0; i < 4; i += 1) {
    desk.must({ type: 'feedback.give', answers: { more: true, recommend: true } });
  }
  const words = strictWords('en');
  expect(releaseText(figuresOf(desk.state, desk.now), words)).not.toContain('100%');
  desk.must({ type: 'feedback.give', answers: { more: true, recommend: true } });
  expect(releaseText(figuresOf(desk.state, desk.now), words)).toContain('100%');
});

it('say in public nothing that an answer of one or two would say, and no sectors that few have stated', () => {
  const desk = new DeskOfPaper();
  const come = (firstName: string, sector: '' | 'private' | 'public') =>
    desk.must({
      type: 'participant.add',
      fields: { firstName, sector },
      walkIn: true,
      checkIn: true,
    });
  come('Aino', 'private');
  come('Eino', 'public');
  for (let i = 0; i < 3; i += 1) come(`Vieras ${i}`, '');
  for (let i = 0; i < 5; i += 1) {
    const answers: Record<string, number | boolean> = { usefulness: 3, ideas: 4 };
    if (i === 0) answers['met'] = true;
    desk.must({ type: 'feedback.give', answers });
  }
  const words = strictWords('en');
  const text = releaseText(figuresOf(desk.state, desk.now), words);
  expect(text).toContain('usefulness was rated 3');
  expect(text).not.toMatch(/met someone|By sector|signed up/);
});

it.each([
  ['fi', [/järjestettiin/, /paikalle 1 osallistujan\./, /yhteen 2 osallistujaa\..*oli 1\./]],
  ['sv', [/ordnades/, /hade 1 deltagare/, /samlade 2 deltagare.*1 var anmäld\./]],
  ['en', [/was held on/, /had 1 participant on/, /together 2 people on.*1 was expected/]],
] as const)('tell in a release of nobody, of one and of two people in %s', (language, expected) => {
  const words = strictWords(language);
  const desk = new DeskOfPaper();
  const text = () => releaseText(figuresOf(desk.state, desk.now), words);
  expect(text()).toMatch(expected[0]);
  expect(text()).not.toMatch(/\b0\b/);
  const add = (walkIn: boolean) =>
    desk.must({ type: 'participant.add', fields: { firstName: 'Aino' }, walkIn, checkIn: true });
  add(false);
  expect(text()).toMatch(expected[1]);
  add(true);
  expect(text()).toMatch(expected[2]);
});

it('are set beside the last event before this one, never a sample', () => {
  const of = (date: string, sample = false) => {
    const figures = figuresOf(new DeskOfPaper({ sample }).state, 0);
    return { ...figures, event: { ...figures.event, id: date, date, sample } };
  };
  const others = [of('2026-01-01'), of('2026-02-01'), of('2026-02-20', true), of('2026-05-01')];
  expect(eventBefore(of('2026-03-01'), others)?.event.date).toBe('2026-02-01');
  expect(eventBefore(of('2025-03-01'), others)?.event.date).toBe('2026-05-01');
  expect(eventBefore(of('2026-03-01'), [])).toBeUndefined();
});

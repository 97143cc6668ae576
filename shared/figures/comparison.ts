import type { Figures } from './model';
import { groupName, NONE, number, percent, questionText } from './words';
import type { FigureWords } from './words';

/** The event that came last before this one, by day; of the same tour as far as anybody can tell. Samples are left out. */
export function eventBefore({ event }: Figures, others: readonly Figures[]): Figures | undefined {
  const earlier = others.filter((one) => one.event.id !== event.id && !one.event.sample);
  const before = earlier.filter((one) => one.event.date <= event.date);
  const byDay = (a: Figures, b: Figures) => (a.event.date < b.event.date ? 1 : -1);
  return before.toSorted(byDay)[0] ?? earlier.toSorted(byDay)[0];
}

/** One figure of two events, in words. */
export interface ComparedLine {
  name: string;
  here: string;
  there: string;
  /** With its sign; per cent are told in percentage points. */
  change: string;
}

/** What can be set side by side between any two events. */
export function compared(here: Figures, there: Figures, words: FigureWords): ComparedLine[] {
  const counts: Array<[string, (one: Figures) => number]> = [
    ['registered', (one) => one.attendance.registered],
    ['came', (one) => one.attendance.came],
    ['walkIns', (one) => one.attendance.walkIns],
    ['noShows', (one) => one.attendance.noShows],
    ['organisations', (one) => one.attendance.organisations.came],
  ];
  const lines = counts.map(([key, of]): ComparedLine => {
    const [a, b] = [of(here), of(there)];
    return {
      name: words.say(key),
      here: number(words, a),
      there: number(words, b),
      change: signed(a - b, number(words, Math.abs(a - b))),
    };
  });
  const shares = here.attendance.bySector
    .filter(({ key }) => key !== '')
    .map(({ key, share }) => {
      const other = there.attendance.bySector.find((one) => one.key === key)?.share ?? null;
      return shareLine(groupName(words, key), share, other, words);
    });
  const answers = here.feedback.questions.flatMap(({ id, kind, value }) => {
    const other = there.feedback.questions.find((one) => one.id === id)?.value ?? null;
    if (value === null && other === null) return [];
    const name = questionText(id, [], words);
    if (kind === 'yesNo') return [shareLine(name, value, other, words)];
    if (kind !== 'scale') return [];
    const change = value === null || other === null ? null : value - other;
    return [
      {
        name,
        here: number(words, value, 1),
        there: number(words, other, 1),
        change: change === null ? NONE : signed(change, number(words, Math.abs(change), 1)),
      },
    ];
  });
  return [...lines, ...shares, ...answers];
}

function shareLine(
  name: string,
  here: number | null,
  there: number | null,
  words: FigureWords,
): ComparedLine {
  const change = here === null || there === null ? null : here - there;
  return {
    name,
    here: percent(words, here),
    there: percent(words, there),
    change:
      change === null
        ? NONE
        : words.say('points', { points: signed(change, number(words, Math.abs(change) * 100, 1)) }),
  };
}

/** With a plus or a true minus before it; nothing before nought. */
function signed(value: number, shown: string): string {
  if (!/[1-9]/.test(shown)) return shown;
  return `${value < 0 ? '−' : '+'}${shown}`;
}

import type { Figures } from './model';
import { groupName, number, percent } from './words';
import type { FigureWords } from './words';

/** At least this many answers before they are told in public: fewer say more of people than of the event. */
const TELLING = 5;

/**
 * The figures as a text for a release: whole sentences, numbers filled in. A sentence whose figure there is
 * none of is left out, and so are the sectors where less than half of those who came stated theirs.
 */
export function releaseText(figures: Figures, words: FigureWords): string {
  const { say } = words;
  const { event, attendance, feedback } = figures;
  const where = [event.venue, event.region].filter(Boolean).join(', ');
  const opening = attendance.came > 0 ? 'release.opening' : 'release.held';
  const sentences = [
    say(where ? opening : `${opening}Nowhere`, {
      name: event.name,
      day: runningDay(words.day(event.date), words),
      where,
      count: attendance.came,
      people: number(words, attendance.came),
    }),
  ];
  if (attendance.organisations.came > 1) {
    sentences.push(
      say('release.organisations', { organisations: number(words, attendance.organisations.came) }),
    );
  }
  const expected = attendance.registered - attendance.cancelled;
  if (expected > 0 && attendance.came > expected) {
    const registered = number(words, expected);
    sentences.push(say('release.more', { registered, count: expected }));
  }
  const shares = attendance.bySector.filter(({ key, share }) => key !== '' && share);
  const stated = shares.reduce((sum, { came }) => sum + came, 0);
  if (shares.length > 1 && stated * 2 >= attendance.came) {
    const list = shares.map(
      ({ key, share }) => `${groupName(words, key)} ${percent(words, share)}`,
    );
    sentences.push(say('release.sectors', { list: list.join(', ') }));
  }
  if (feedback.sheets >= TELLING) {
    const value = (id: string) =>
      feedback.questions.find((one) => one.id === id && one.answered >= TELLING)?.value ?? null;
    const rounded = (share: number) => percent(words, Math.round(share * 100) / 100);
    const [more, recommend, met] = [value('more'), value('recommend'), value('met')];
    const [usefulness, ideas] = [value('usefulness'), value('ideas')];
    if (more !== null && recommend !== null) {
      sentences.push(say('release.wish', { more: rounded(more), recommend: rounded(recommend) }));
    }
    if (usefulness !== null && ideas !== null) {
      sentences.push(
        say('release.scores', {
          usefulness: number(words, usefulness, 1),
          ideas: number(words, ideas, 1),
        }),
      );
    }
    if (met !== null) sentences.push(say('release.met', { met: rounded(met) }));
  }
  return sentences.join(' ');
}

/** A day within a sentence: Swedish says the weekday in its definite form there. */
function runningDay(day: string, { language }: FigureWords): string {
  return language === 'sv' ? day.replace(/^(\p{L}+dag) (?=\d)/u, '$1en den ') : day;
}

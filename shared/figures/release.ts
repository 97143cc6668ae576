import type { Figures } from './model';
import { groupName, number, percent } from './words';
import type { FigureWords } from './words';

/** At least this many sheets before feedback is told in public: fewer say more of people than of the event. */
const TELLING = 5;

/**
 * The figures as a text for a release: whole sentences, numbers filled in. A sentence whose figure there is
 * none of is left out.
 */
export function releaseText(figures: Figures, words: FigureWords): string {
  const { say } = words;
  const { event, attendance, feedback } = figures;
  const where = [event.venue, event.region].filter(Boolean).join(', ');
  const sentences = [
    say(where ? 'release.opening' : 'release.openingNowhere', {
      name: event.name,
      day: words.day(event.date),
      where,
      count: attendance.came,
    }),
  ];
  if (attendance.organisations.came > 1) {
    sentences.push(
      say('release.organisations', { organisations: number(words, attendance.organisations.came) }),
    );
  }
  if (attendance.came > attendance.registered - attendance.cancelled) {
    const registered = number(words, attendance.registered - attendance.cancelled);
    sentences.push(say('release.more', { registered }));
  }
  const shares = attendance.bySector.filter(({ key, share }) => key !== '' && share);
  if (shares.length > 1) {
    const list = shares.map(
      ({ key, share }) => `${groupName(words, key)} ${percent(words, share)}`,
    );
    sentences.push(say('release.sectors', { list: list.join(', ') }));
  }
  if (feedback.sheets >= TELLING) {
    const value = (id: string) => feedback.questions.find((one) => one.id === id)?.value ?? null;
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

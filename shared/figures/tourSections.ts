import { barChart } from './chart/bars';
import { feedbackSections } from './feedbackSections';
import type { Figures } from './model';
import { sectorSection } from './peopleSections';
import type { FigureSection } from './section';
import { ratio } from './attendance';
import { tourOf } from './tour';
import type { Tour } from './tour';
import { cellInWords, counted, tourTable } from './tourTable';
import { number, percent } from './words';
import type { FigureWords } from './words';

/** Told in one sentence, which is left out where one of them was answered by nobody. */
const TOLD = ['more', 'recommend', 'met', 'usefulness', 'ideas'];

/** The whole tour in sentences, as it is told to the press. */
export function tourSays(tour: Tour, words: FigureWords): string[] {
  const { say } = words;
  const known = (id: string) => tour.feedback.find((one) => one.id === id)?.value ?? null;
  return [
    say('tour.says', {
      count: tour.events,
      people: number(words, tour.participants),
      average: number(words, tour.average),
    }),
    ...(tour.moreThanSignedUp > 0
      ? [say('tour.drew', { count: tour.moreThanSignedUp, of: number(words, tour.events) })]
      : []),
    ...(TOLD.some((id) => known(id) === null)
      ? []
      : [
          say('tour.feedback', {
            wish: percent(words, known('more')),
            recommend: percent(words, known('recommend')),
            met: percent(words, known('met')),
            usefulness: number(words, known('usefulness'), 1),
            ideas: number(words, known('ideas'), 1),
          }),
        ]),
  ];
}

/** The tour's figures in their order: its events, the sectors, the feedback. */
export function tourSections(all: readonly Figures[], words: FigureWords): FigureSection[] {
  const figures = counted(all);
  const tour = tourOf(figures);
  if (tour.events === 0) return [];
  const ofCame = ratio(tour.sheets, tour.participants);
  const feedback = { sheets: tour.sheets, ofCame, questions: tour.feedback };
  return [
    eventsSection(figures, tour, words),
    ...(tour.participants > 0 ? [sectorSection(tour.bySector, words)] : []),
    ...feedbackSections({ feedback }, words, []),
  ];
}

function eventsSection(figures: readonly Figures[], tour: Tour, words: FigureWords): FigureSection {
  const heading = words.say('tour.events');
  const { columns, rows, total } = tourTable(figures, words);
  const inWords = (row: (typeof rows)[number]) =>
    row.map((cell, at) => cellInWords(cell, columns[at]?.kind ?? 'text', words));
  return {
    key: 'tour',
    heading,
    says: [...tourSays(tour, words), words.say('tour.mark')],
    chart: barChart(
      heading,
      figures.map(({ event, attendance }) => ({
        label: event.region || event.name,
        value: attendance.came,
        mark: attendance.registered - attendance.cancelled,
        text: number(words, attendance.came),
      })),
    ),
    columns: columns.map(({ name }) => name),
    rows: [...rows, total].map(inWords),
  };
}

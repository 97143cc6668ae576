import { SECTORS } from '../model/participant';
import { STANDARD_QUESTIONS } from '../model/feedback';
import type { Figures } from './model';
import { tourOf } from './tour';
import type { Tour } from './tour';
import { groupName, NONE, number, percent } from './words';
import type { FigureWords } from './words';

/** What a column of the tour's table holds: `share` 0–1, `mean` of a scale of 1–4, `day` YYYY-MM-DD. */
export type TourKind = 'text' | 'day' | 'count' | 'share' | 'mean';

export interface TourColumn {
  name: string;
  kind: TourKind;
}

export type TourCell = string | number | null;

/** The table of a tour: one row an event in order of their days, and the whole tour below them. */
export interface TourTable {
  columns: TourColumn[];
  rows: TourCell[][];
  total: TourCell[];
}

/** The events that are counted, by day: samples are not. */
export const counted = (all: readonly Figures[]): Figures[] =>
  all
    .filter(({ event }) => !event.sample)
    .toSorted((a, b) => compare(a.event.date, b.event.date) || compare(a.event.id, b.event.id));

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Scales are means, yes or no are shares; what is answered in words is no figure. */
const ASKED = STANDARD_QUESTIONS.filter(({ kind }) => kind !== 'text');

export function tourTable(all: readonly Figures[], words: FigureWords): TourTable {
  const figures = counted(all);
  const tour = tourOf(figures);
  const { say } = words;
  return {
    columns: [
      { name: say('tour.event'), kind: 'text' },
      { name: say('tour.day'), kind: 'day' },
      { name: say('tour.region'), kind: 'text' },
      ...['registered', 'came', 'walkIns', 'noShows'].map((key) => count(say(key))),
      ...SECTORS.map((key): TourColumn => ({ name: groupName(words, key), kind: 'share' })),
      count(say('organisations')),
      count(say('tour.sheets')),
      ...ASKED.map(({ id, kind }): TourColumn => ({
        name: say(`tour.${id}`),
        kind: kind === 'scale' ? 'mean' : 'share',
      })),
    ],
    rows: figures.map((one) => rowOf(one)),
    total: totalOf(tour, figures, say('tour.whole')),
  };
}

const count = (name: string): TourColumn => ({ name, kind: 'count' });

function rowOf({ event, attendance, feedback }: Figures): TourCell[] {
  const { registered, came, walkIns, noShows, bySector, organisations } = attendance;
  return [
    event.name,
    event.date,
    event.region,
    registered,
    came,
    walkIns,
    noShows,
    ...SECTORS.map((key) => bySector.find((one) => one.key === key)?.share ?? null),
    organisations.came,
    feedback.sheets,
    ...ASKED.map(({ id }) => feedback.questions.find((one) => one.id === id)?.value ?? null),
  ];
}

function totalOf(tour: Tour, figures: readonly Figures[], name: string): TourCell[] {
  return [
    name,
    null,
    null,
    tour.registered,
    tour.participants,
    tour.walkIns,
    tour.noShows,
    ...SECTORS.map((key) => tour.bySector.find((one) => one.key === key)?.share ?? null),
    figures.reduce((sum, { attendance }) => sum + attendance.organisations.came, 0),
    tour.sheets,
    ...ASKED.map(({ id }) => tour.feedback.find((one) => one.id === id)?.value ?? null),
  ];
}

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** A cell as people read it. */
export function cellInWords(cell: TourCell, kind: TourKind, words: FigureWords): string {
  if (cell === null) return kind === 'text' || kind === 'day' ? '' : NONE;
  if (typeof cell === 'string') return kind === 'day' ? shortDay(cell, words) : cell;
  if (kind === 'share') return percent(words, cell);
  return number(words, cell, kind === 'mean' ? 1 : 0);
}

function shortDay(day: string, { language }: FigureWords): string {
  const options = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALE[language], options).format(new Date(`${day}T00:00:00Z`));
}

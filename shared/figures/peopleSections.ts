import { barChart } from './chart/bars';
import { arrivalChart } from './chart/curve';
import type { Figures, Group } from './model';
import { SECTOR_INK } from './section';
import type { FigureSection } from './section';
import { groupName, NONE, number, percent } from './words';
import type { FigureWords } from './words';

/** At most this many groups are drawn; the table has them all. */
const DRAWN = 12;

/** Who signed up and who came. */
export function attendanceSection(
  { attendance, badges }: Figures,
  words: FigureWords,
): FigureSection {
  const { say } = words;
  const parts: Array<[string, number, string]> = [
    ['registered', attendance.registered, ''],
    ['came', attendance.came, percent(words, attendance.cameOfRegistered)],
    ['walkIns', attendance.walkIns, ''],
    ['noShows', attendance.noShows, percent(words, attendance.noShowShare)],
    ['cancelled', attendance.cancelled, ''],
    ['leftEarly', attendance.leftEarly, ''],
  ];
  const rows = parts.map(([key, count, share]) => [say(key), number(words, count), share]);
  const heading = say('attendance');
  return {
    key: 'attendance',
    heading,
    says: [
      say('attendance.says', {
        came: number(words, attendance.came),
        registered: number(words, attendance.registered),
        walkIns: number(words, attendance.walkIns),
        noShows: number(words, attendance.noShows),
      }),
    ],
    chart: barChart(
      heading,
      parts.map(([key, value, share]) => ({
        label: say(key),
        value,
        text:
          share === '' || share === NONE
            ? number(words, value)
            : `${number(words, value)} (${share})`,
        ...(key === 'came' ? { colour: '#0f6b56' } : {}),
      })),
    ),
    columns: [say('column.what'), say('column.count'), say('column.ofRegistered')],
    rows: [
      ...rows,
      [say('organisations'), number(words, attendance.organisations.came), ''],
      [say('badges'), number(words, badges.people), ''],
      [say('reprints'), number(words, badges.reprints), ''],
    ],
  };
}

/** When they came. */
export function arrivalSection({ arrivals }: Figures, words: FigureWords): FigureSection {
  const { say, clock } = words;
  const heading = say('arrivals');
  const { peak, halfAt } = arrivals;
  const { steps, stepMs } = arrivals;
  return {
    key: 'arrivals',
    heading,
    says: [
      ...(peak
        ? [
            say('arrivals.peak', {
              from: clock(peak.from),
              to: clock(peak.from + stepMs),
              people: number(words, peak.count),
            }),
          ]
        : []),
      ...(halfAt === null ? [] : [say('arrivals.half', { at: clock(halfAt) })]),
    ],
    chart: arrivalChart(arrivals, {
      title: heading,
      perStep: say('arrivals.perStep'),
      total: say('arrivals.total'),
      clock,
    }),
    columns: [say('column.time'), say('column.arrived'), say('column.soFar')],
    rows: steps.map(({ from, count, total }) => [
      clock(from),
      number(words, count),
      number(words, total),
    ]),
  };
}

const groupRows = (groups: readonly Group[], words: FigureWords) =>
  groups.map(({ key, came, registered, share }) => [
    groupName(words, key),
    number(words, registered),
    number(words, came),
    percent(words, share),
  ]);

const groupColumns = (key: string, { say }: FigureWords) => [
  say(key),
  say('registered'),
  say('came'),
  say('column.share'),
];

/** What is said of those who left a question open. */
function unknownSays(groups: readonly Group[], words: FigureWords): string[] {
  const unknown = groups.find(({ key }) => key === '')?.came ?? 0;
  return unknown > 0 ? [words.say('unknown.says', { count: unknown })] : [];
}

/** By sector, each of them even when nobody is of it. */
export function sectorSection(groups: readonly Group[], words: FigureWords): FigureSection {
  const heading = words.say('bySector');
  return {
    key: 'bySector',
    heading,
    says: unknownSays(groups, words),
    chart: barChart(
      heading,
      groups.map(({ key, came, share }) => ({
        label: groupName(words, key),
        value: came,
        text:
          share === null
            ? number(words, came)
            : `${percent(words, share)} (${number(words, came)})`,
        colour: SECTOR_INK[key] ?? '#5b6f7a',
        letter: words.term(`sectorLetter.${key || 'unknown'}`),
      })),
    ),
    columns: groupColumns('sector', words),
    rows: groupRows(groups, words),
  };
}

/** By role, size of the organisation, or region. */
export function groupSection(
  key: 'byRole' | 'bySize' | 'byRegion',
  groups: readonly Group[],
  words: FigureWords,
): FigureSection {
  const heading = words.say(key);
  const named = groups.filter((group) => group.key !== '');
  const drawn = named.slice(0, DRAWN);
  const more = named.length > DRAWN;
  return {
    key,
    heading,
    says: [
      ...(more
        ? [words.say('groups.drawn', { drawn: DRAWN, all: number(words, named.length) })]
        : []),
      ...unknownSays(groups, words),
    ],
    chart: barChart(
      heading,
      drawn.map((group) => ({
        label: groupName(words, group.key),
        value: group.came,
        text: `${number(words, group.came)} (${percent(words, group.share)})`,
      })),
    ),
    columns: groupColumns(`${key}.one`, words),
    rows: groupRows(groups, words),
  };
}

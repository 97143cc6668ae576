import { barChart } from './chart/bars';
import { planChart } from './chart/plan';
import type { Figures, PanelFigures } from './model';
import { SECTOR_INK } from './section';
import type { FigureSection } from './section';
import { clockLength, lateness, minutes, NONE, number, percent } from './words';
import type { FigureWords } from './words';

/** The programme as it was planned and as it went. */
export function programmeSection({ programme }: Figures, words: FigureWords): FigureSection {
  const { say, clock } = words;
  const heading = say('programme');
  const { sessions, endLateMs } = programme;
  return {
    key: 'programme',
    heading,
    says:
      endLateMs === null
        ? [say('programme.notEnded')]
        : [say('programme.ended', { how: lateness(words, endLateMs) })],
    chart: planChart(sessions, {
      title: heading,
      planned: say('planned'),
      actual: say('actual'),
      clock,
      late: ({ lateMs }) => (lateMs === null ? '' : `${lateMs < 0 ? '−' : '+'}${minutes(lateMs)}`),
    }),
    columns: [
      say('column.session'),
      say('column.planned'),
      say('column.began'),
      say('column.lateness'),
      say('column.plannedLength'),
      say('column.length'),
    ],
    rows: sessions.map(({ title, plannedFrom, plannedMs, from, lateMs, ms }) => [
      title,
      clock(plannedFrom),
      from === null ? NONE : clock(from),
      lateMs === null ? NONE : lateness(words, lateMs),
      minutes(plannedMs),
      ms === null ? NONE : minutes(ms),
    ]),
  };
}

/** One panel's time among its speakers. */
export function panelSection(panel: PanelFigures, words: FigureWords): FigureSection {
  const { say } = words;
  const heading = say('panel', { title: panel.title });
  const beside: Array<[string, number]> = [
    [words.term('moderator'), panel.moderatorMs],
    [words.term('audience'), panel.audienceMs],
    [say('silence'), panel.silenceMs],
  ];
  return {
    key: `panel-${panel.session}`,
    heading,
    says: [
      say('panel.says', {
        length: clockLength(panel.panelMs),
        index: number(words, panel.jain, 2),
      }),
    ],
    chart: barChart(
      heading,
      panel.speakers.map(({ name, sector, spokenMs, budgetMs, share }) => ({
        label: name,
        value: spokenMs,
        text: `${clockLength(spokenMs)} (${percent(words, Math.round(share * 100) / 100)})`,
        colour: SECTOR_INK[sector] ?? '#5b6f7a',
        letter: words.term(`sectorLetter.${sector || 'unknown'}`),
        ...(budgetMs > 0 ? { mark: budgetMs } : {}),
      })),
    ),
    columns: [
      say('column.speaker'),
      say('column.organisation'),
      say('column.spoken'),
      say('column.budget'),
      say('column.share'),
      say('column.turns'),
    ],
    rows: [
      ...panel.speakers.map(({ name, organisation, spokenMs, budgetMs, share, turns }) => [
        name,
        organisation,
        clockLength(spokenMs),
        budgetMs > 0 ? clockLength(budgetMs) : NONE,
        percent(words, Math.round(share * 1_000) / 1_000),
        number(words, turns),
      ]),
      ...beside.map(([name, ms]) => [name, '', clockLength(ms), '', '', '']),
    ],
  };
}

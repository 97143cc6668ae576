import { csvText } from '../csv/csv';
import { SECOND } from '../model/units';
import type { Duration } from '../model/units';
import type { PanelReport, Spoken } from './report';

/** The columns of the report as a table for a spreadsheet. */
export const REPORT_COLUMNS = [
  'name',
  'title',
  'organisation',
  'sector',
  'role',
  'spoken',
  'budget',
  'share',
  'ofBudget',
  'turns',
  'longest',
  'mean',
] as const;

/** Units stand in the heads, so that the cells are numbers. */
const UNITS: Partial<Record<(typeof REPORT_COLUMNS)[number], string>> = {
  spoken: ' (s)',
  budget: ' (s)',
  share: ' (%)',
  ofBudget: ' (%)',
  longest: ' (s)',
  mean: ' (s)',
};

/** The words of the table, in the language of who reads it. */
export interface ReportWords {
  column(column: (typeof REPORT_COLUMNS)[number]): string;
  sector(sector: string): string;
  role(role: string): string;
  moderator: string;
  audience: string;
  silence: string;
  total: string;
  jain: string;
  /** Between whole numbers and decimals. */
  decimal: ',' | '.';
}

/**
 * The report as CSV: UTF-8 with BOM, `;`-separated, lengths in seconds, shares in per cent. Nothing
 * in it is run by a spreadsheet.
 */
export function reportCsv(report: PanelReport, words: ReportWords, delimiter: ';' | ',' = ';') {
  const number = (value: number, digits = 0) => value.toFixed(digits).replace('.', words.decimal);
  const seconds = (ms: Duration) => number(ms / SECOND, 1);
  const percent = (share: number | null) => (share === null ? '' : number(share * 100, 1));
  const spoken = ({ turns, longestMs, meanMs }: Spoken) => [
    number(turns),
    seconds(longestMs),
    seconds(meanMs),
  ];
  const beside = (name: string, figures: Spoken) => [
    name,
    '',
    '',
    '',
    '',
    seconds(figures.spokenMs),
    '',
    '',
    '',
    ...spoken(figures),
  ];
  const rows = [
    REPORT_COLUMNS.map((column) => words.column(column) + (UNITS[column] ?? '')),
    ...report.speakers.map((one) => [
      one.name,
      one.title,
      one.organisation,
      one.sector && words.sector(one.sector),
      one.role && words.role(one.role),
      seconds(one.spokenMs),
      seconds(one.budgetMs),
      percent(one.share),
      percent(one.ofBudget),
      ...spoken(one),
    ]),
    beside(words.moderator, report.moderator),
    beside(words.audience, report.audience),
    [words.silence, '', '', '', '', seconds(report.silenceMs)],
    [words.total, '', '', '', '', seconds(report.panelMs)],
    [words.jain, '', '', '', '', number(report.jain, 3)],
  ];
  // Every row has every column: some readers take a shorter one for an error.
  const whole = rows.map((row) => REPORT_COLUMNS.map((_, at) => row[at] ?? ''));
  return csvText(whole, delimiter);
}

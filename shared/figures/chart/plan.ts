import { MINUTE } from '../../model/units';
import type { Instant } from '../../model/units';
import type { SessionFigures } from '../model';
import { box, cut, drawing, label, line, QUIET, RULE, WIDTH } from './svg';

const LABELS = 235;
const RIGHT = 86;
const LANE = 40;
const TOP = 34;
const FOOT = 30;

interface PlanWords {
  title: string;
  planned: string;
  actual: string;
  clock(at: Instant): string;
  /** What is written at the end of a session's lane, '' = nothing. */
  late(session: SessionFigures): string;
}

/** The day, a lane per session: outlined as it was planned, filled as it went. */
export function planChart(sessions: readonly SessionFigures[], words: PlanWords): string {
  const spans = sessions.flatMap(({ plannedFrom, plannedMs, from, ms }) => [
    plannedFrom,
    plannedFrom + plannedMs,
    ...(from === null ? [] : [from, from + (ms ?? 0)]),
  ]);
  const first = Math.min(...spans);
  const span = Math.max(MINUTE, Math.max(...spans) - first);
  const width = WIDTH - LABELS - RIGHT;
  const x = (at: Instant) => LABELS + ((at - first) / span) * width;
  const foot = TOP + sessions.length * LANE;
  const step = [15, 30, 60, 120, 240].find((one) => span / (one * MINUTE) <= 6) ?? 480;
  const ticks: Instant[] = [];
  for (
    let at = Math.ceil(first / (step * MINUTE)) * step * MINUTE;
    at <= first + span && ticks.length < 40;
    at += step * MINUTE
  ) {
    ticks.push(at);
  }
  return drawing(words.title, foot + FOOT, [
    box(LABELS, 8, 26, 12, 'none', 'stroke="#4a5a63" stroke-dasharray="4 3"'),
    label(LABELS + 34, 19, words.planned, { size: 14 }),
    box(LABELS + 190, 8, 26, 12, '#0f6b56'),
    label(LABELS + 224, 19, words.actual, { size: 14 }),
    ...ticks.flatMap((at) => [
      line(`M${x(at)} ${TOP}V${foot}`, RULE),
      label(x(at), foot + 20, words.clock(at), { size: 13, anchor: 'middle', fill: QUIET }),
    ]),
    ...sessions.flatMap((session, at) => {
      const top = TOP + at * LANE;
      const { plannedFrom, plannedMs, from, ms, title } = session;
      return [
        label(10, top + 25, cut(title, 28), { size: 14 }),
        ...(from === null || ms === null
          ? []
          : [box(x(from), top + 12, Math.max(2, (ms / span) * width), 20, '#0f6b56')]),
        box(
          x(plannedFrom),
          top + 6,
          Math.max(2, (plannedMs / span) * width),
          32,
          'none',
          'stroke="#4a5a63" stroke-width="1.5" stroke-dasharray="4 3"',
        ),
        label(WIDTH - 4, top + 27, words.late(session), { size: 14, bold: true, anchor: 'end' }),
      ];
    }),
  ]);
}

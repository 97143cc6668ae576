import type { Instant } from '../../model/units';
import type { Arrivals } from '../model';
import { box, drawing, INK, label, line, QUIET, round, roundUp, RULE, WIDTH } from './svg';

const LEFT = 56;
const RIGHT = 64;
const TOP = 34;
const PLOT = 230;
const FOOT = 40;
/** A column is no wider than this, however few there are. */
const MOST = 90;

interface CurveWords {
  title: string;
  /** What the columns and the line are. */
  perStep: string;
  total: string;
  clock(at: Instant): string;
}

/** Arrivals: a column for each step, read at the left, and a line for all so far, read at the right. */
export function arrivalChart({ steps, stepMs }: Arrivals, words: CurveWords): string {
  const height = TOP + PLOT + FOOT;
  const most = roundUp(Math.max(1, ...steps.map(({ count }) => count)));
  const all = roundUp(Math.max(1, steps.at(-1)?.total ?? 0));
  const width = WIDTH - LEFT - RIGHT;
  const column = Math.min(MOST, width / Math.max(1, steps.length));
  const up = (part: number) => TOP + PLOT - part * PLOT;
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const whole = (value: number) => (Number.isInteger(round(value)) ? String(round(value)) : '');
    return [
      line(`M${LEFT} ${up(part)}H${WIDTH - RIGHT}`, RULE),
      label(LEFT - 8, up(part) + 5, whole(most * part), { size: 13, anchor: 'end', fill: QUIET }),
      label(WIDTH - RIGHT + 8, up(part) + 5, whole(all * part), { size: 13, fill: QUIET }),
    ];
  });
  const columns = steps.map(({ count }, at) => {
    const tall = (count / most) * PLOT;
    const gap = column > 6 ? 2 : 0;
    return box(LEFT + at * column + gap / 2, TOP + PLOT - tall, column - gap, tall, '#3f7ab5');
  });
  const points = steps.map(
    ({ total }, at) => `${round(LEFT + (at + 1) * column)} ${round(up(total / all))}`,
  );
  const every = Math.max(1, Math.ceil(steps.length / 8));
  const clocks = steps.flatMap(({ from }, at) =>
    at % every === 0
      ? [
          label(LEFT + at * column, TOP + PLOT + 20, words.clock(from), {
            size: 13,
            fill: QUIET,
            anchor: 'middle',
          }),
        ]
      : [],
  );
  const last = steps.at(-1);
  return drawing(words.title, height, [
    box(LEFT, 8, 14, 14, '#3f7ab5'),
    label(LEFT + 22, 20, words.perStep, { size: 14 }),
    line(`M${LEFT + 330} 15h26`, '#8a3b12', 3),
    label(LEFT + 364, 20, words.total, { size: 14 }),
    ...grid,
    ...columns,
    ...(points.length ? [line(`M${LEFT} ${up(0)}L${points.join('L')}`, '#8a3b12', 3)] : []),
    ...clocks,
    ...(last && steps.length % every !== 1
      ? [
          label(LEFT + steps.length * column, TOP + PLOT + 36, words.clock(last.from + stepMs), {
            size: 13,
            fill: INK,
            anchor: 'end',
          }),
        ]
      : []),
  ]);
}

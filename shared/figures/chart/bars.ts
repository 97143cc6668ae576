import { box, cut, drawing, INK, label, line, QUIET, RULE, WIDTH } from './svg';

/** One bar of a chart. */
export interface Bar {
  label: string;
  /** 0 or more. */
  value: number;
  /** What is written at its end. */
  text: string;
  colour?: string;
  /** A letter in front of the label, so that colour is not needed to tell bars apart. */
  letter?: string;
  /** Where along the same scale a mark stands (a budget), if anywhere. */
  mark?: number;
}

const LABELS = 235;
const TEXTS = 125;
const LANE = 38;
const BAR = 22;
const TOP = 10;
const PLAIN = '#1d5a96';

/**
 * Bars one under another on one scale, from 0 to the longest. An SVG document; the bars' words
 * are in it as text.
 */
export function barChart(title: string, bars: readonly Bar[]): string {
  const height = 2 * TOP + bars.length * LANE;
  const longest = Math.max(...bars.map(({ value, mark = 0 }) => Math.max(value, mark)), 0);
  const scale = (WIDTH - LABELS - TEXTS) / (longest || 1);
  const parts = bars.flatMap((bar, at) => {
    const top = TOP + at * LANE;
    const base = top + LANE / 2 + 5;
    const colour = bar.colour ?? PLAIN;
    const lettered = bar.letter ? 32 : 0;
    return [
      ...(bar.letter
        ? [
            box(10, top + 8, 22, 22, colour, 'rx="3"'),
            label(21, base, bar.letter, {
              size: 14,
              bold: true,
              anchor: 'middle',
              fill: '#ffffff',
            }),
          ]
        : []),
      label(10 + lettered, base, cut(bar.label, bar.letter ? 24 : 28)),
      box(LABELS, top + (LANE - BAR) / 2, Math.max(bar.value * scale, 0), BAR, colour),
      ...(bar.mark === undefined
        ? []
        : [
            line(
              `M${LABELS + bar.mark * scale} ${top + 3}V${top + LANE - 3}`,
              INK,
              2.5,
              'stroke-dasharray="4 3"',
            ),
          ]),
      label(
        Math.min(LABELS + Math.max(bar.value, bar.mark ?? 0) * scale + 10, WIDTH - TEXTS + 10),
        base,
        bar.text,
        { bold: true },
      ),
    ];
  });
  const axis = line(`M${LABELS} ${TOP}V${height - TOP}`, RULE, 1.5);
  return drawing(title, height, [axis, ...parts]);
}

/** Shares from 0 to 1, each under its own words: for questions, which are longer than labels. */
export function shareChart(
  title: string,
  shares: ReadonlyArray<{ label: string; value: number; text: string }>,
): string {
  const width = WIDTH - 10 - TEXTS;
  const parts = shares.flatMap(({ label: words, value, text }, at) => {
    const top = TOP + at * 64;
    return [
      label(10, top + 18, cut(words, 72)),
      box(10, top + 26, width, 26, '#e9eeec'),
      box(10, top + 26, width * value, 26, '#0f6b56'),
      label(WIDTH - TEXTS + 10, top + 45, text, { size: 20, bold: true }),
    ];
  });
  return drawing(title, 2 * TOP + shares.length * 64, parts);
}

/** Answers from 1 up as one bar each question, the low ones light and the high ones dark, each with its count. */
export function scaleChart(
  title: string,
  questions: ReadonlyArray<{ label: string; counts: readonly number[]; text: string }>,
): string {
  const shades = [
    { fill: '#d6e3ef', ink: INK },
    { fill: '#9dbcd9', ink: INK },
    { fill: '#3f7ab5', ink: '#ffffff' },
    { fill: '#123f6d', ink: '#ffffff' },
  ];
  const height = 2 * TOP + questions.length * 64;
  const parts = questions.flatMap(({ label: words, counts, text }, at) => {
    const top = TOP + at * 64;
    const answered = counts.reduce((sum, count) => sum + count, 0);
    let x = 10;
    const width = WIDTH - 10 - TEXTS;
    const pieces = counts.flatMap((count, i) => {
      const shade = shades[i] ?? { fill: QUIET, ink: '#ffffff' };
      const piece = answered ? (count / answered) * width : 0;
      const from = x;
      x += piece;
      const long = `${i + 1}: ${count}`;
      const shown = piece > 62 ? long : piece > 22 ? String(count) : '';
      return [
        ...(count > 0 ? [box(from, top + 26, piece, 26, shade.fill, 'stroke="#fff"')] : []),
        ...(shown
          ? [
              label(from + piece / 2, top + 44, shown, {
                size: 13,
                bold: true,
                anchor: 'middle',
                fill: shade.ink,
              }),
            ]
          : []),
      ];
    });
    return [
      label(10, top + 18, cut(words, 72)),
      ...(answered ? pieces : [box(10, top + 26, width, 26, '#eef1f2')]),
      label(WIDTH - TEXTS + 10, top + 45, text, { size: 20, bold: true }),
    ];
  });
  return drawing(title, height, parts);
}

import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import { MINUTE } from '../model/units';
import type { Duration, Instant } from '../model/units';
import type { PanelReport } from './report';

/** How a kind of speaker is drawn: a colour and a pattern of its own, so that neither is needed alone. */
interface Ink {
  colour: string;
  /** Marks over the colour, in a square of 8 × 8. */
  marks: string;
}

const stroke = (path: string) => `<path d="${path}" stroke="#fff" stroke-width="1.6" fill="none"/>`;

const INKS: Readonly<Record<string, Ink>> = {
  private: { colour: '#1d5a96', marks: '' },
  public: { colour: '#0f6b56', marks: stroke('M-2 2 2-2M0 8 8 0M6 10 10 6') },
  third: { colour: '#8a3b12', marks: '<circle cx="4" cy="4" r="1.5" fill="#fff"/>' },
  other: { colour: '#4a5a63', marks: stroke('M0 4H8') },
  unknown: { colour: '#5b6f7a', marks: stroke('M4 0V8') },
  [MODERATOR]: { colour: '#16232a', marks: stroke('M0 0 8 8M8 0 0 8') },
  [AUDIENCE]: { colour: '#7a4b00', marks: stroke('M0 2H8M0 6H8') },
};

/** What the drawing says beside names, in the language of who reads it. */
export interface TimelineWords {
  /** The heading, above everything. */
  title: string;
  moderator: string;
  audience: string;
  /** The letter that stands for a sector; `unknown` for none. */
  letter(sector: string): string;
  /** Time of day on the axis. */
  clock(at: Instant): string;
  /** A length beside a name, e.g. `4:05`. */
  length(ms: Duration): string;
}

const WIDTH = 1_000;
const LABELS = 300;
const TOTALS = 76;
const LANE = 34;
const BAR = 20;
const HEAD = 48;
const FOOT = 34;
const FONT = 'font-family="Noto Sans, system-ui, sans-serif"';

/**
 * Who spoke when, as an SVG document: a lane per speaker, time from left to right, with its total at
 * the end. Only words that were handed in, escaped; nothing in it is loaded from anywhere. Those who
 * never spoke have a lane; the moderator and the audience only when they spoke.
 */
export function timelineSvg(report: PanelReport, words: TimelineWords): string {
  const lanes = lanesOf(report, words);
  const height = HEAD + lanes.length * LANE + FOOT;
  const from = report.startedAt ?? report.until;
  const span = Math.max(1, report.until - from);
  const plot = WIDTH - LABELS - TOTALS;
  const x = (at: Instant) => round(LABELS + ((at - from) / span) * plot);
  const kinds = [...new Set(lanes.map(({ kind }) => kind))];
  const ticks = ticksOf(from, report.until);
  const foot = HEAD + lanes.length * LANE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${xmlText(words.title)}</title>`,
    `<defs>${kinds.map(patternOf).join('')}</defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="14" y="30" ${FONT} font-size="18" font-weight="700" fill="#16232a">${xmlText(cut(words.title, 90))}</text>`,
    ...ticks.map(
      (at) =>
        `<path d="M${x(at)} ${HEAD - 6}V${foot}" stroke="#d3dadd"/><text x="${x(at)}" y="${foot + 20}" ${FONT} font-size="13" fill="#4a5a63" text-anchor="middle">${xmlText(words.clock(at))}</text>`,
    ),
    ...lanes.flatMap((lane, at) => laneOf(lane, HEAD + at * LANE, report, x)),
    '</svg>',
  ].join('\n');
}

interface Lane {
  speaker: string;
  name: string;
  /** Key of its ink. */
  kind: string;
  letter: string;
  total: string;
}

function lanesOf(report: PanelReport, words: TimelineWords): Lane[] {
  const { moderator, audience } = report;
  const seats = report.speakers.map((one) => ({
    speaker: one.seat,
    name: one.name,
    kind: one.sector || 'unknown',
    letter: words.letter(one.sector || 'unknown'),
    total: words.length(one.spokenMs),
  }));
  const beside = [
    { speaker: MODERATOR, name: words.moderator, figures: moderator },
    { speaker: AUDIENCE, name: words.audience, figures: audience },
  ].filter(({ figures }) => figures.turns > 0);
  return [
    ...seats,
    ...beside.map(({ speaker, name, figures }) => {
      const total = words.length(figures.spokenMs);
      return { speaker, name, kind: speaker, letter: '', total };
    }),
  ];
}

function laneOf(
  lane: Lane,
  top: number,
  report: PanelReport,
  x: (at: Instant) => number,
): string[] {
  const middle = top + LANE / 2;
  const text = (at: number, anchor: string, more: string, words: string) =>
    `<text x="${at}" y="${middle + 5}" ${FONT} font-size="14" fill="#16232a" text-anchor="${anchor}"${more}>${words}</text>`;
  const bars = report.turns
    .filter(({ speaker, ms }) => speaker === lane.speaker && speaker !== NOBODY && ms > 0)
    .map(({ from, to }) => {
      const width = Math.max(1, round(x(to) - x(from)));
      return `<rect x="${x(from)}" y="${middle - BAR / 2}" width="${width}" height="${BAR}" fill="url(#ink-${lane.kind})" stroke="${inkOf(lane.kind).colour}"/>`;
    });
  return [
    `<g><title>${xmlText(lane.name)}</title>`,
    `<path d="M14 ${top + LANE}H${WIDTH - 14}" stroke="#eceff0"/>`,
    `<rect x="14" y="${middle - 10}" width="20" height="20" rx="3" fill="url(#ink-${lane.kind})"/>`,
    ...(lane.letter
      ? [
          `<rect x="18" y="${middle - 7}" width="12" height="14" fill="${inkOf(lane.kind).colour}"/>`,
          `<text x="24" y="${middle + 4}" ${FONT} font-size="11" font-weight="700" fill="#fff" text-anchor="middle">${xmlText(lane.letter)}</text>`,
        ]
      : []),
    text(42, 'start', '', xmlText(cut(lane.name, 32))),
    ...bars,
    text(WIDTH - 14, 'end', ' font-weight="700"', xmlText(lane.total)),
    '</g>',
  ];
}

const UNKNOWN: Ink = { colour: '#5b6f7a', marks: '' };
const inkOf = (kind: string): Ink => INKS[kind] ?? UNKNOWN;

function patternOf(kind: string): string {
  const { colour, marks } = inkOf(kind);
  return `<pattern id="ink-${kind}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/>${marks}</pattern>`;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120].map((minutes) => minutes * MINUTE);

/** Full minutes in the panel's time, at most eight of them. */
function ticksOf(from: Instant, to: Instant): Instant[] {
  const step = STEPS.find((one) => (to - from) / one <= 8) ?? 240 * MINUTE;
  const ticks: Instant[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to && ticks.length < 60; at += step) {
    ticks.push(at);
  }
  return ticks;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The beginning of a text that would be too long, by whole characters. */
function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside XML. What XML cannot hold at all (control characters, half a pair) is left out. */
export function xmlText(text: string): string {
  return [...text]
    .filter((one) => {
      const point = one.codePointAt(0) ?? 0;
      if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
      return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
    })
    .map((one) => ENTITIES[one] ?? one)
    .join('');
}

import { xmlText } from '../../panel/timeline';

/** Width of every drawing, in its own units; a screen and a page scale it. */
export const WIDTH = 680;

export const INK = '#16232a';
export const QUIET = '#4a5a63';
export const RULE = '#d3dadd';

const FONT = 'font-family="Noto Sans, system-ui, sans-serif"';

/** An SVG document on white; `title` is what a screen reader says of it. Nothing in it is loaded from anywhere. */
export function drawing(title: string, height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

interface TextLook {
  size?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
}

/** One line of text; `y` is its baseline. */
export function label(
  x: number,
  y: number,
  words: string,
  { size = 15, bold = false, anchor = 'start', fill = INK }: TextLook = {},
): string {
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" ${FONT} font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${xmlText(words)}</text>`;
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more && ` ${more}`}/>`;
}

export function line(path: string, colour: string, width = 1, more = ''): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${more && ` ${more}`}/>`;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The beginning of a text that would be too long, by whole characters. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** A round number at or above `value` that divides into four round steps or fewer. */
export function roundUp(value: number): number {
  if (value <= 4) return Math.max(1, Math.ceil(value));
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= value) ?? 10) * power;
}

/** A colour as PDF takes it: one grey value or red, green, blue, each 0–1. */
export type Ink = readonly [number] | readonly [number, number, number];

export const BLACK: Ink = [0];
export const GREY: Ink = [0.36];
export const WHITE: Ink = [1];
/** Nuija's own colour, where an event has none. */
export const PETROL: Ink = [0.07, 0.29, 0.36];

/** `#rrggbb` as an ink; undefined when it is not that. */
export function inkFromHex(hex: string): Ink | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(hex);
  if (!parts) return undefined;
  const channel = (index: number) => Number.parseInt(parts[index] ?? '', 16) / 255;
  return [channel(1), channel(2), channel(3)];
}

/** Black or white, whichever has more contrast on `ground` (WCAG 2.2 relative luminance). */
export function inkOn(ground: Ink): Ink {
  const [red, green = red, blue = red] = ground;
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? WHITE : BLACK;
}

import type { MantineColorsTuple } from '@mantine/core';

/** The calm lake blue that stands where the event sets no colour of its own. */
export const DEFAULT_ACCENT = '#1f5f73';

type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** Body text on the accent must reach this ratio (WCAG 2.2, 1.4.3). */
const AA = 4.5;

/** `#rrggbb` as three numbers of 0–255. */
function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of two `#rrggbb` colours, 1–21, WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The accent in ten shades, light to dark. Shade 7 carries white text: a colour too light for that is
 * darkened until the contrast is enough, so that no event can make its buttons unreadable.
 */
export function accentShades(hex: string): MantineColorsTuple {
  let base = rgbOf(/^#[0-9a-f]{6}$/i.test(hex) ? hex : DEFAULT_ACCENT);
  while (contrast(hexOf(base), '#ffffff') < AA + 0.3) base = mixed(base, BLACK, 0.05);
  const lighter = (share: number) => hexOf(mixed(base, WHITE, share));
  const darker = (share: number) => hexOf(mixed(base, BLACK, share));
  return [
    lighter(0.93),
    lighter(0.86),
    lighter(0.74),
    lighter(0.6),
    lighter(0.46),
    lighter(0.3),
    lighter(0.14),
    hexOf(base),
    darker(0.16),
    darker(0.32),
  ];
}

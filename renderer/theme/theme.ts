import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineThemeOverride } from '@mantine/core';
import { accentShades } from './accent';

/** Mantine's dark greys are neutral; these lean to the blue of our grounds, the lightest first. */
const DARK = [
  '#c3ced3',
  '#aebcc3',
  '#7d8d95',
  '#61727a',
  '#3d4d55',
  '#33424a',
  '#253138',
  '#1a2328',
  '#162025',
  '#0d1316',
] as const;

/** What takes something away. Shade 7 of Mantine's own red is too light for white words. */
const RED = accentShades('#b3261e');

const FONT = "'Noto Sans', system-ui, sans-serif";

/** The look of the app with the event's accent; '' = the house colour. */
export function makeTheme(accent: string): MantineThemeOverride {
  return createTheme({
    fontFamily: FONT,
    headings: { fontFamily: FONT, fontWeight: '600' },
    primaryColor: 'accent',
    primaryShade: 7,
    colors: { accent: accentShades(accent), dark: DARK, red: RED },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    focusRing: 'auto',
  });
}

/**
 * Mantine's greys, reds and placeholders miss WCAG AA on our grounds; these reach it. Its light buttons are
 * darker than a dark card and look switched off; ours stand out from it. The answers of a check-in have colours
 * of their own, always beside a sign and words.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f7',
    '--mantine-color-text': '#16232a',
    '--mantine-color-dimmed': '#4a5a63',
    '--mantine-color-placeholder': '#5d6b73',
    '--mantine-color-error': '#a61b1b',
    '--mantine-color-anchor': 'var(--mantine-color-accent-8)',
    '--nuija-surface': '#ffffff',
    '--nuija-sunk': '#eceff0',
    '--nuija-line': '#d3dadd',
    '--nuija-good': '#17663a',
    '--nuija-good-ground': '#e0f3e7',
    '--nuija-warn': '#7a4b00',
    '--nuija-warn-ground': '#fdf0d2',
    '--nuija-bad': '#a61b1b',
    '--nuija-bad-ground': '#fde5e3',
    '--nuija-private': '#1d5a96',
    '--nuija-public': '#0f6b56',
    '--nuija-third': '#8a3b12',
    '--nuija-other': '#4a5a63',
  },
  dark: {
    '--mantine-color-body': '#12191d',
    '--mantine-color-text': '#e8eef0',
    '--mantine-color-dimmed': '#a7b6bd',
    '--mantine-color-placeholder': '#96a6ae',
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-anchor': 'var(--mantine-color-accent-3)',
    '--mantine-color-accent-light': 'var(--mantine-color-accent-8)',
    '--mantine-color-accent-light-hover': 'var(--mantine-color-accent-7)',
    '--mantine-color-accent-light-color': 'var(--mantine-color-white)',
    '--nuija-surface': '#1a2328',
    '--nuija-sunk': '#0d1316',
    '--nuija-line': '#33424a',
    '--nuija-good': '#7fdda3',
    '--nuija-good-ground': '#123322',
    '--nuija-warn': '#f5c66a',
    '--nuija-warn-ground': '#3a2a0a',
    '--nuija-bad': '#ff9c94',
    '--nuija-bad-ground': '#431916',
    '--nuija-private': '#8dbcf0',
    '--nuija-public': '#6fd6b8',
    '--nuija-third': '#f0a57d',
    '--nuija-other': '#a7b6bd',
  },
});

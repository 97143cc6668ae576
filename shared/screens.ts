/** The screens of an event in the order of their keys, Alt+1 … Alt+7: in the page's rail and in the desktop app's menu. */
export const SCREENS = [
  'reception',
  'programme',
  'panel',
  'badges',
  'setup',
  'after',
  'export',
] as const;
export type ScreenName = (typeof SCREENS)[number];

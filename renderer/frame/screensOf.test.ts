import { expect, it } from 'vitest';
import { SCREENS } from '../../shared/screens';
import { screenFor, screensOf } from './screensOf';

it('shows every screen at the desk, and until the desk has said what a device is', () => {
  expect(screensOf('desk')).toEqual(SCREENS);
  expect(screensOf(null)).toEqual(SCREENS);
});

it.each([
  ['reception', 'reception', 'reception'],
  ['reception', 'export', 'reception'],
  ['moderator', 'panel', 'panel'],
  ['moderator', 'reception', 'programme'],
  ['desk', 'export', 'export'],
] as const)('leads a %s that asks for %s to %s', (role, asked, shown) => {
  expect(screenFor(role, asked)).toBe(shown);
});

import type { Role } from '../../shared/network/roles';
import { SCREENS } from '../../shared/screens';
import type { ScreenName } from '../../shared/screens';

/** The screens that a device in a role has use for; all of them until the role is known. */
export function screensOf(role: Role | null): readonly ScreenName[] {
  if (role === 'reception') return ['reception'];
  if (role === 'moderator') return ['programme', 'panel'];
  return SCREENS;
}

/** The screen that is shown when one is asked for: the role's first where it has no use for that one. */
export function screenFor(role: Role | null, asked: ScreenName): ScreenName {
  const screens = screensOf(role);
  return screens.includes(asked) ? asked : (screens[0] ?? asked);
}

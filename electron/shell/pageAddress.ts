import { HOME, isOurs } from './address';
import type { ScreenName } from '../../shared/screens';

/** The event that an address of the app's shows, or null. */
export function eventOf(address: string): string | null {
  if (!isOurs(address)) return null;
  const found = /#\/(?:e|door)\/([^/]+)/.exec(address);
  return found?.[1] === undefined ? null : decodeURIComponent(found[1]);
}

/** The address of an event's screen. */
export function screenAddress(event: string, screen: ScreenName): string {
  return `${HOME}#/e/${encodeURIComponent(event)}/${screen}`;
}

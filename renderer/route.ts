import { SCREENS } from '../shared/screens';
import type { ScreenName } from '../shared/screens';
import { useSyncExternalStore } from 'react';
import { STAGE_VIEWS } from '../shared/stage/view';
import type { StageViewName } from '../shared/stage/view';
import { LANGUAGES } from './words/languages';
import type { Language } from './words/languages';

/** Where the page is; kept in the address after `#`, so that it can be opened and bookmarked. */
export type Route =
  | { at: 'start' }
  /** Several events together. */
  | { at: 'tour' }
  | { at: 'event'; event: string; screen: ScreenName }
  /** The steward's view at the door: a colour and a word for each who comes. */
  | { at: 'door'; event: string }
  /** Feedback by touch, for the guests. */
  | { at: 'kiosk'; event: string }
  | {
      at: 'stage';
      event: string;
      view: StageViewName;
      language?: Language;
      display?: string;
      room?: string;
    };

/**
 * Reads `#/`, `#/tour`, `#/e/<event>/<screen>`, `#/door/<event>`, `#/kiosk/<event>/feedback` and
 * `#/stage/<event>/<view>[/<language>[/<display>[/<room>]]]`;
 * anything else is the start. `<display>` is the name by which the test picture calls its display, `<room>` the one of
 * several that the screen stands in.
 */
export function readRoute(hash: string): Route {
  const [area, event, last, tongue, display, room] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  if (area === 'e' && event) {
    return { at: 'event', event, screen: SCREENS.find((one) => one === last) ?? 'reception' };
  }
  if (area === 'tour') return { at: 'tour' };
  if (area === 'door' && event) return { at: 'door', event };
  if (area === 'kiosk' && event) return { at: 'kiosk', event };
  if (area === 'stage' && event) {
    const view = STAGE_VIEWS.find((one) => one === last) ?? 'hall';
    const language = LANGUAGES.find((one) => one === tongue);
    return {
      at: 'stage',
      event,
      view,
      ...(language && { language }),
      ...(display && { display }),
      ...(room && { room }),
    };
  }
  return { at: 'start' };
}

/** The address of a route, with its `#`. */
export function writeRoute(route: Route): string {
  if (route.at === 'start') return '#/';
  if (route.at === 'tour') return '#/tour';
  const event = encodeURIComponent(route.event);
  if (route.at === 'door') return `#/door/${event}`;
  if (route.at === 'kiosk') return `#/kiosk/${event}/feedback`;
  if (route.at === 'event') return `#/e/${event}/${route.screen}`;
  const { view, language = '', display = '', room = '' } = route;
  const rest = [display, room].map(encodeURIComponent).join('/');
  return `#/stage/${event}/${view}/${language}/${rest}`.replace(/\/+$/, '');
}

export function goTo(route: Route): void {
  window.location.hash = writeRoute(route);
}

/** The route of the page, drawn anew when it changes. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(listen, () => window.location.hash));
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

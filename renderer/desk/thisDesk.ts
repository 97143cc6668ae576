import type { Desk } from '../../shared/contract';
import { bridgeDesk } from './bridge';
import { socketDesk } from './socket';

/** The desk behind this page: the desktop app's own, or the one that served the page to a browser. */
export function thisDesk(): Desk {
  return window.nuija ? bridgeDesk(window.nuija) : socketDesk(window.location.origin);
}

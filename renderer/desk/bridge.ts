import type { Bridge } from '../../shared/bridge';
import type { Desk } from '../../shared/contract';
import { openEnvelope } from './envelope';
import { openLine } from './line';

declare global {
  interface Window {
    /** Put there by the preload of the desktop app; absent in a browser. */
    readonly nuija?: Bridge;
  }
}

/** The desk of the desktop app, reached through the preload's bridge. */
export function bridgeDesk(bridge: Bridge): Desk {
  return {
    async ask(channel, payload) {
      return openEnvelope(channel, await bridge.ask(channel, payload));
    },
    live(event, view, listener) {
      const line = openLine(listener);
      const stop = bridge.live(event, view, (frame) => line.receive(frame));
      return () => {
        stop();
        line.close();
      };
    },
  };
}

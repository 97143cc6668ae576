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

/** The desk has let go of the event for now; no frame, so that a line never takes it for a sign of life. */
function isLost(frame: unknown): boolean {
  return typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'lost';
}

/** The desk of the desktop app, reached through the preload's bridge. */
export function bridgeDesk(bridge: Bridge): Desk {
  return {
    async ask(channel, payload) {
      return openEnvelope(channel, await bridge.ask(channel, payload));
    },
    live(event, view, listener) {
      const line = openLine(listener);
      const stop = bridge.live(event, view, (frame) =>
        isLost(frame) ? line.lose() : line.receive(frame),
      );
      return () => {
        stop();
        line.close();
      };
    },
  };
}

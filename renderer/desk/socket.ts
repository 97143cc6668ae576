import { DeskError } from '../../shared/contract';
import type { Desk, LiveSignal, LiveView } from '../../shared/contract';
import { openEnvelope } from './envelope';
import { openLine } from './line';
import { openSocket, openStream } from './wire';
import type { Wire } from './wire';

/** Waits between tries to reach the desk again, in ms; the last one goes on. */
const BACKOFF_MS = [200, 400, 800, 1_500, 2_500];

/** So long an answer is waited for that takes a desk no time, ms: a network may swallow what goes through it. */
const PATIENCE_MS = 20_000;

const ANSWERED_AT_ONCE: ReadonlySet<string> = new Set([
  'event.command',
  'kiosk.read',
  'network.me',
  'network.read',
]);

/** The desk that served this page, over HTTP and WebSocket. The pairing cookie says who asks. */
export function socketDesk(origin: string): Desk {
  return {
    async ask(channel, payload) {
      const body = JSON.stringify({ channel, payload });
      const term = ANSWERED_AT_ONCE.has(channel) ? AbortSignal.timeout(PATIENCE_MS) : null;
      return openEnvelope(channel, await post(`${origin}/api/call`, body, term));
    },
    live(event, view, listener) {
      return listen(liveAddress(origin, event, view), listener);
    },
  };
}

async function post(address: string, body: string, signal: AbortSignal | null): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      method: 'POST',
      body,
      signal,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
    });
    text = await response.text();
  } catch {
    throw new DeskError('desk.offline');
  }
  if (response.status === 401) throw new DeskError('desk.notPaired');
  const value = parsed(text);
  if (value === undefined) {
    throw new DeskError('desk.garbled', { channel: `HTTP ${response.status}` });
  }
  return value;
}

function liveAddress(origin: string, event: string, view: LiveView): URL {
  const address = new URL('/api/live', origin);
  address.searchParams.set('event', event);
  address.searchParams.set('view', view);
  return address;
}

function listen(address: URL, listener: (signal: LiveSignal) => void): () => void {
  let wire: Wire | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;
  let open = openSocket;
  let heard = false;
  const line = openLine(listener, () => wire?.close());

  const connect = () => {
    clearTimeout(retry);
    const current = open(
      address,
      (text) => {
        if (stopped || current !== wire) return;
        tries = 0;
        heard = true;
        line.receive(parsed(text));
      },
      () => {
        if (stopped || current !== wire) return;
        // Safari lets a person pass this machine's certificate for requests alone: then those are the line.
        if (!heard && address.protocol === 'https:') {
          open = open === openSocket ? openStream : openSocket;
        }
        // The first try after a line was cut may still succeed at once; after that nobody is there.
        if (tries > 0) line.lose();
        retry = setTimeout(connect, BACKOFF_MS[Math.min(tries, BACKOFF_MS.length - 1)]);
        tries += 1;
      },
    );
    wire = current;
  };
  const connectNow = () => {
    tries = 0;
    if (wire?.isClosed) connect();
  };
  window.addEventListener('online', connectNow);
  connect();

  return () => {
    stopped = true;
    clearTimeout(retry);
    window.removeEventListener('online', connectNow);
    line.close();
    wire?.close();
  };
}

/** What a message says, undefined when it is no JSON; a frame is then passed over as any malformed one. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { LiveSignal, LiveView } from '../../shared/contract';
import { callerRole, isForUs } from './caller';
import type { Link } from './routes';

/** What a listener may be behind in bytes before it is dropped; it then joins anew and gets the state. */
const MAX_BEHIND = 64 * 1024 * 1024;

/** Screens say nothing on this line, so anything long is not one of ours. */
const MAX_HEARD = 1_024;

/**
 * `WS /api/live?event=ID[&view=stage]`: the state at once, then each commit; for a stage only its
 * projection. A bearer of a stage token gets the stage's view whatever it asks for.
 */
export function serveLive(server: Server, link: Link): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_HEARD });
  server.on('upgrade', (request, socket, head) => {
    const refusal = refusalFor(request, link);
    if (typeof refusal === 'number') return turnAway(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (line) => listen(line, refusal, link));
  });
  return sockets;
}

interface Wanted {
  event: string;
  view: LiveView;
}

function refusalFor(request: IncomingMessage, link: Link): number | Wanted {
  if (!isForUs(request, link.bound)) return 403;
  const url = new URL(request.url ?? '/', 'http://desk');
  if (url.pathname !== '/api/live') return 404;
  const role = callerRole(request, link.gate, link.now());
  if (!role) return 401;
  const event = url.searchParams.get('event');
  if (!event) return 400;
  const stage = role === 'stage' || url.searchParams.get('view') === 'stage';
  return { event, view: stage ? 'stage' : 'desk' };
}

function listen(line: WebSocket, { event, view }: Wanted, { desk }: Link): void {
  const stop = desk.live(event, view, (signal) => {
    if (line.readyState !== WebSocket.OPEN) return;
    if (signal.type === 'lost') return line.close(1011);
    if (line.bufferedAmount > MAX_BEHIND) return line.terminate();
    line.send(textOf(signal), { binary: false });
  });
  line.on('close', stop);
  // 'close' follows every error; without a listener the error would end the desk.
  line.on('error', () => line.terminate());
}

const written = new WeakMap<LiveSignal, Buffer>();

/** A frame as it goes out; the same frame for 300 screens is written out once. */
function textOf(frame: LiveSignal): Buffer {
  let text = written.get(frame);
  if (!text) {
    text = Buffer.from(JSON.stringify(frame));
    written.set(frame, text);
  }
  return text;
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

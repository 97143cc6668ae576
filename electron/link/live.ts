import type { IncomingMessage, Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Frame, LiveSignal, LiveView } from '../../shared/contract';
import { projectFrame } from '../../shared/network/project';
import { lineOf } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { addressOf, callerRole, isForUs } from './caller';
import type { Link } from './routes';

/** Screens say nothing on this line, so anything long is not one of ours. */
const MAX_HEARD = 1_024;

/**
 * `WS /api/live?event=ID[&view=stage]`: the state at once, then each commit, as the role may know
 * them; for a stage only its projection, whatever it asks for.
 */
export function serveLive(server: Server | SecureServer, link: Link): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_HEARD });
  server.on('upgrade', (request, socket, head) => {
    // Until the line stands nobody else hears of an error; unheard it would end the desk.
    socket.on('error', () => socket.destroy());
    const refusal = refusalFor(request, link);
    if (typeof refusal === 'number') return turnAway(socket, refusal);
    link.callers.came(refusal.role, socket);
    link.connections.vouch(request.socket);
    sockets.handleUpgrade(request, socket, head, (line) => listen(line, refusal, link));
  });
  return sockets;
}

interface Wanted {
  event: string;
  view: LiveView;
  role: Role;
}

function refusalFor(request: IncomingMessage, link: Link): number | Wanted {
  if (!isForUs(request, link.bound, link.secure)) return 403;
  const url = parsedUrl(request.url);
  if (url?.pathname !== '/api/live') return 404;
  const role = callerRole(request, link, link.now());
  const rate = link.limits.rates[role ?? 'stranger'];
  if (!link.buckets.take(`${addressOf(request)} ${role ?? ''}`, rate)) return 429;
  if (!role) return 401;
  const line = wantedLine(url, role);
  return line ? { ...line, role } : 400;
}

/** What an address asks to hear of, held to what the role may hear; null where it names no event. */
export function wantedLine({ searchParams }: URL, role: Role): Omit<Wanted, 'role'> | null {
  const event = searchParams.get('event');
  if (!event) return null;
  const stage = lineOf(role) === 'stage' || searchParams.get('view') === 'stage';
  return { event, view: stage ? 'stage' : 'desk' };
}

function parsedUrl(path: string | undefined): URL | null {
  const base = 'http://desk';
  return URL.canParse(path ?? '/', base) ? new URL(path ?? '/', base) : null;
}

function listen(line: WebSocket, { event, view, role }: Wanted, link: Link): void {
  const { stage, state } = link.limits.behind;
  const gone = link.callers.listens(role);
  const stop = link.desk.live(event, view, (signal) => {
    deliver(line, signal, role, view === 'stage' ? stage : state);
  });
  line.on('close', () => {
    gone();
    stop();
  });
  // 'close' follows every error; without a listener the error would end the desk.
  line.on('error', () => line.terminate());
}

/** What a line is made of, as far as it is written to. */
export interface Outlet {
  readonly readyState: number;
  /** Bytes that are still to go out. */
  readonly bufferedAmount: number;
  send(frame: Uint8Array, how: { binary: false }): void;
  close(code: number): void;
  terminate(): void;
}

/** Hands a signal on, or lets go of a listener that is more than `behind` bytes behind. */
export function deliver(line: Outlet, signal: LiveSignal, role: Role, behind: number): void {
  if (line.readyState !== WebSocket.OPEN) return;
  if (signal.type === 'lost') return line.close(1011);
  if (line.bufferedAmount > behind) return line.terminate();
  line.send(textFor(role, signal), { binary: false });
}

const written = new WeakMap<Frame, Map<Role, Buffer>>();

/** A frame as it goes out to a role; the same frame for 300 screens is written out once. */
function textFor(role: Role, frame: Frame): Buffer {
  const texts = written.get(frame) ?? new Map<Role, Buffer>();
  written.set(frame, texts);
  const text = texts.get(role) ?? Buffer.from(JSON.stringify(projectFrame(role, frame)));
  texts.set(role, text);
  return text;
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

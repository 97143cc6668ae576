import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Role } from '../../shared/network/roles';
import { refusal } from './callRoute';
import { addressOf, callerRole, isForUs } from './caller';
import { SAFE_HEADERS } from './headers';
import type { Rate } from './limits';
import type { Link } from './routes';

/** So long a stranger who asks too much is left without an answer, ms. */
const HOLD_MS = 1_000;

const HEALTH = /^\/api\/health(\?|$)/;

/** Who asks, known once the threshold is passed; nobody for pages and health. */
export type Roles = Pick<WeakMap<IncomingMessage, Role>, 'get' | 'set'>;

/**
 * What every request passes before anything else is done with it: whether it is meant for this desk, who asks,
 * and whether that one asks too much. A refusal here costs next to nothing, and a stranger who goes on is made
 * to wait: while its connection is held it can ask nothing more, and the receptions have the desk to themselves.
 */
export function guarded(link: Link, inside: RequestListener): RequestListener {
  const held = new WeakSet<Socket>();
  return (request, response) => {
    const { socket } = request;
    // Of a packet with many requests the rest comes even when the first one has closed the connection.
    if (socket.destroyed) return;
    if (held.has(socket)) {
      socket.destroy();
      return;
    }
    const wanted = judged(request, link);
    if (wanted.as) {
      link.came.set(request, wanted.as);
      link.callers.came(wanted.as, socket);
      link.connections.vouch(socket);
    }
    if (link.buckets.take(wanted.key, wanted.rate)) {
      if (wanted.status) answer(response, wanted.status, wanted.code);
      else inside(request, response);
      return;
    }
    if (wanted.as) {
      answer(response, 429, 'link.tooMany');
      return;
    }
    held.add(socket);
    setTimeout(() => {
      held.delete(socket);
      answer(response, 429, 'link.tooMany');
    }, HOLD_MS).unref();
  };
}

interface Judged {
  /** Whose requests are counted together, and how many there may be. */
  key: string;
  rate: Rate;
  as: Role | null;
  /** Why it goes no further. */
  status?: 401 | 403;
  code: string;
}

function judged(request: IncomingMessage, link: Link): Judged {
  const { stranger, pages, ...rates } = link.limits.rates;
  const address = addressOf(request);
  const nobody = { key: `${address} `, rate: stranger, as: null, code: '' };
  const { url = '' } = request;
  if (!isForUs(request, link.bound, link.secure)) {
    return { ...nobody, status: 403, code: 'link.strangeAddress' };
  }
  if (HEALTH.test(url)) return nobody;
  if (!url.startsWith('/api/')) return { ...nobody, key: `${address} page`, rate: pages };
  const role = callerRole(request, link, link.now());
  if (!role) return { ...nobody, status: 401, code: 'link.noToken' };
  return { key: `${address} ${role}`, rate: rates[role], as: role, code: '' };
}

/** In one write: a web Response around it costs many times as much. */
function answer(response: ServerResponse, status: number, code: string): void {
  const text = JSON.stringify(refusal(code));
  const length = Buffer.byteLength(text);
  const headers = { ...SAFE_HEADERS, 'Content-Type': 'application/json', 'Content-Length': length };
  response.writeHead(status, headers);
  response.end(text);
}

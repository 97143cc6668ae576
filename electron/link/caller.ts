import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Role } from '../../shared/network/roles';
import { cookieName } from './gate';
import type { Gate } from './gate';

const BEARER = /^Bearer\s+(\S+)$/i;

/** Where requests come in, and as what. */
export interface Door {
  gate: Gate;
  /** Roles that are let in here, the strongest first. */
  roles: readonly Role[];
  /** Whether what comes in is encrypted. */
  secure: boolean;
}

export const addressOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';

/** Who is calling: the strongest role among the token header and the pairing cookies. */
export function callerRole(request: IncomingMessage, door: Door, now: number): Role | null {
  const { gate, roles, secure } = door;
  const address = addressOf(request);
  const presented = presentedTokens(request, roles, secure);
  const held = new Set(presented.map((token) => gate.roleOf(token)));
  const role = roles.find((one) => held.has(one)) ?? null;
  if (gate.shutFor(address, now, role)) return null;
  if (role) gate.cameIn(address, role);
  else if (presented.length > 0) gate.wrongTry(address, now, presented[0]);
  return role;
}

function presentedTokens(
  request: IncomingMessage,
  roles: readonly Role[],
  secure: boolean,
): string[] {
  const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return [bearer];
  const cookies = (request.headers.cookie ?? '').split(';').map((one) => one.trim().split('='));
  return roles.flatMap((role) => {
    const found = cookies.find(([name]) => name === cookieName(role, secure));
    return found?.[1] ? [found[1]] : [];
  });
}

/**
 * Whether a request may be meant for this desk: addressed by a name that is the desk's own (another
 * site's name that was made to point here is refused), and, when a page sent it, by one of our pages.
 */
export function isForUs(request: IncomingMessage, bound: string, secure: boolean): boolean {
  const host = (request.headers.host ?? '').toLowerCase();
  const name = host.replace(/:\d+$/, '');
  if (!isOwnName(name, bound)) return false;
  const { origin } = request.headers;
  return origin === undefined || origin.toLowerCase() === `${secure ? 'https' : 'http'}://${host}`;
}

/** Whether a server bound to this address is rightly reached by this name. */
function isOwnName(name: string, bound: string): boolean {
  if (['127.0.0.1', 'localhost', '[::1]', bound.toLowerCase()].includes(name)) return true;
  return (bound === '0.0.0.0' || bound === '::') && addressesNow().has(name);
}

/** So long the machine's addresses are taken to be the same, ms: asking the system costs more than a request. */
const SAME_MS = 1_000;

let looked = -SAME_MS;
let own: ReadonlySet<string> = new Set();

function addressesNow(): ReadonlySet<string> {
  if (performance.now() - looked < SAME_MS) return own;
  looked = performance.now();
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  own = new Set(
    all.map(({ address, family }) => (family === 'IPv6' ? `[${address.toLowerCase()}]` : address)),
  );
  return own;
}

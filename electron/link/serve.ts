import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer, Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { ROLES } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { Callers } from './callers';
import { Connections } from './connections';
import { createGate } from './gate';
import type { Gate } from './gate';
import { createBuckets, LIMITS } from './limits';
import type { Limits } from './limits';
import { serveLive } from './live';
import { createRoutes } from './routes';
import { guarded } from './threshold';
import type { Tokens } from './tokens';

/** A desk reached by browsers. */
export interface Serving {
  /** `http://127.0.0.1:PORT/`, or `https://…` where it is encrypted. */
  url: string;
  gate: Gate;
  /** How many pages of a role listen at the moment. */
  listening(role: Role): number;
  /** Encrypts with another certificate from the next connection on. */
  encrypt(pair: KeyPair): void;
  /** Takes no more and lets everyone go. */
  close(): Promise<void>;
}

/** What a listener encrypts with, as PEM. */
interface KeyPair {
  key: string;
  cert: string;
}

interface Wanted {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Folder of the built pages. */
  pages: string;
  /** Those under which browsers were paired before; new ones without. */
  tokens?: Tokens;
  /** A gate that several listeners share; one of its own without. */
  gate?: Gate;
  /** Roles that are let in here; all without. */
  roles?: readonly Role[];
  limits?: Limits;
  /** Speaks https with these; plain http without. */
  pair?: KeyPair;
}

/** Opens the desk to browsers. Rejects with `link.portBusy` rather than take another port. */
export async function serveDesk(desk: LocalDesk, wanted: Wanted): Promise<Serving> {
  const { limits = LIMITS, gate = createGate(wanted.tokens) } = wanted;
  const callers = new Callers();
  const link = {
    desk,
    gate,
    callers,
    limits,
    connections: new Connections(limits.connections),
    came: new WeakMap(),
    buckets: createBuckets(),
    roles: wanted.roles ?? ROLES,
    pages: wanted.pages,
    secure: wanted.pair !== undefined,
    bound: wanted.host,
    now: () => desk.now(),
  };
  const app = createRoutes(link);
  const server = createListener(
    wanted.pair,
    limits,
    guarded(link, getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  );
  link.connections.watch(server);
  const sockets = serveLive(server, link);
  const deaf = gate.onRenewed((role) => callers.putOut(role));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { port, host } = wanted;
      const busy = error.code === 'EADDRINUSE';
      reject(
        busy
          ? failure('link.portBusy', { port })
          : failure('link.noListen', { host, port, what: error.message }),
      );
    });
    server.listen(wanted.port, wanted.host, resolve);
  });
  const { port } = addressOf(server.address());
  const host = wanted.host.includes(':') ? `[${wanted.host}]` : wanted.host;
  return {
    url: `${link.secure ? 'https' : 'http'}://${host}:${port}/`,
    gate,
    listening: (role) => callers.listening(role),
    encrypt: (pair) => {
      if (server instanceof SecureServer) server.setSecureContext(pair);
    },
    close: async () => {
      deaf();
      for (const line of sockets.clients) line.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      link.connections.closeAll();
      await closed;
    },
  };
}

/** The server itself, plain or encrypted; who is slow to say what they want is put out by either. */
function createListener(
  pair: KeyPair | undefined,
  { headersMs, requestMs }: Limits,
  listener: RequestListener,
): Server | SecureServer {
  const patience = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(headersMs, 5_000),
  };
  if (!pair) return createServer(patience, listener);
  return createSecureServer({ ...patience, ...pair, handshakeTimeout: headersMs }, listener);
}

function addressOf(address: AddressInfo | string | null): { port: number } {
  if (typeof address === 'object' && address) return address;
  throw failure('link.noListen', { host: '', port: 0, what: 'no address' });
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { createGate } from './gate';
import type { Gate } from './gate';
import { serveLive } from './live';
import { createRoutes } from './routes';
import type { Tokens } from './tokens';

/** A desk reached by browsers. */
export interface Serving {
  /** `http://127.0.0.1:PORT/` */
  url: string;
  gate: Gate;
  /** Takes no more and lets everyone go. */
  close(): Promise<void>;
}

interface Wanted {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Folder of the built pages. */
  pages: string;
  /** Those under which browsers were paired before; new ones without. */
  tokens?: Tokens;
}

/** Opens the desk to browsers. Rejects with `link.portBusy` rather than take another port. */
export async function serveDesk(desk: LocalDesk, wanted: Wanted): Promise<Serving> {
  const gate = createGate(wanted.tokens);
  const link = { desk, gate, pages: wanted.pages, bound: wanted.host, now: () => desk.now() };
  const app = createRoutes(link);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const sockets = serveLive(server, link);
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
    url: `http://${host}:${port}/`,
    gate,
    close: async () => {
      for (const line of sockets.clients) line.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(address: AddressInfo | string | null): { port: number } {
  if (typeof address === 'object' && address) return address;
  throw failure('link.noListen', { host: '', port: 0, what: 'no address' });
}

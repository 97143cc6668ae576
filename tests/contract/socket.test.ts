import { tmpdir } from 'node:os';
import { afterAll, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serveDesk } from '../../electron/link/serve';
import { socketDesk } from '../../renderer/desk/socket';
import { openTestDesk } from './openDesk';
import { contractSuite } from './suite';

afterAll(() => vi.unstubAllGlobals());

/** The screens' own transport against a real server; what a browser adds by itself is added here. */
contractSuite('HTTP and WebSocket', async () => {
  const { desk, close } = await openTestDesk();
  const serving = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages: tmpdir() });
  const pairing = { Cookie: `nuija=${serving.gate.token('desk')}` };
  const { fetch } = globalThis;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    fetch(address, { ...init, headers: { ...init.headers, ...pairing } }),
  );
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(address: string) {
        super(address, { headers: pairing });
      }
    },
  );
  return {
    desk: socketDesk(serving.url.replace(/\/$/, '')),
    close: async () => {
      await serving.close();
      await close();
    },
  };
});

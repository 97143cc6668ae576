import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that is not ours: it remembers what it was asked for. */
export interface Elsewhere {
  url: string;
  asked: string[];
  close(): void;
}

const PAGES: Record<string, string> = {
  '/': '<!doctype html><title>Elsewhere</title><p>elsewhere</p>',
  '/framing': '<!doctype html><title>Framing</title><iframe src="/framed"></iframe>',
  '/framed': '<!doctype html><p>framed</p>',
};

export async function openElsewhere(): Promise<Elsewhere> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path === '/redirect') {
      answer.writeHead(302, { location: '/landed' }).end();
      return;
    }
    answer.setHeader('content-type', 'text/html');
    answer.end(PAGES[path] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * The least that could do the same: `ws` and nothing else. Tells every screen that joins one frame, and
 * every screen what is posted to it; nothing is checked, decided or saved.
 */
const PROGRAM = `
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    for (const line of sockets.clients) line.send(text);
    response.end('{}');
  });
});
const sockets = new WebSocketServer({ server });
sockets.on('connection', (line) => line.send(JSON.stringify({ frame: 'x'.repeat(1500) })));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

export interface Started {
  process: ChildProcess;
  /** What it said first. */
  line: string;
  /** From the start of the process to that line, ms. */
  ms: number;
  end(): Promise<void>;
}

/** Starts Node with these words and waits for its first line. */
export async function startNode(words: readonly string[]): Promise<Started> {
  const from = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    closed,
  ]);
  const ms = performance.now() - from;
  if (typeof line !== 'string') throw new Error(`${words.join(' ')} said nothing`);
  return {
    process: child,
    line,
    ms,
    end: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

export const startBareServer = (): Promise<Started> =>
  startNode(['--input-type=module', '--eval', PROGRAM]);

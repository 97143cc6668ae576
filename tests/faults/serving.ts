import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { start } from './program';

const readySchema = z.object({ ready: z.literal(true), url: z.string(), token: z.string() });

/** What a command is answered with over HTTP. */
const answerSchema = z.looseObject({
  ok: z.boolean(),
  seq: z.number().optional(),
  code: z.string().optional(),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

const documentSchema = z.object({
  seq: z.number(),
  participants: z.array(
    z.object({
      id: z.string(),
      lastName: z.string(),
      organisation: z.string(),
      checkedInAt: z.string().nullable(),
    }),
  ),
  sessions: z.array(z.object({ id: z.string(), kind: z.string() })),
  turns: z.array(z.object({ session: z.string(), from: z.string(), ms: z.number() })),
});
export type ServedEvent = z.infer<typeof documentSchema>;

/** `nuija serve` as a process of its own. */
export interface Serving {
  process: ChildProcess;
  /** What it has said since it was ready, line by line. */
  said: readonly string[];
  /** Asks for a command; rejects when no answer came. */
  command(event: string, ask: { id?: string; command: object }): Promise<Answer>;
  event(id: string): Promise<ServedEvent>;
  /** Listens as a screen does; what the desk says is handed over as text. */
  listen(event: string, heard: (frame: string) => void): WebSocket;
  /** Ends it with a signal and waits until it is gone; answers the exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

const words = (data: string) => ['serve', '--data', data, '--port', '0', '--no-open', '--json'];

/** Starts `serve` and kills it -9 after `ms`, ready or not; `first` is done right before. */
export async function killWhileStarting(
  data: string,
  ms: number,
  first: () => Promise<void> = async () => {},
): Promise<void> {
  const child = start(words(data));
  const closed = once(child, 'close');
  await new Promise((resolve) => setTimeout(resolve, ms));
  try {
    await first();
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
}

/** Starts `serve` on a data folder and waits until it says that it is ready. */
export async function startServing(
  data: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const child = start(words(data), env);
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const [first] = await Promise.race([once(lines, 'line'), closed]);
  if (typeof first !== 'string') throw new Error(`serve did not start: ${complaint}`);
  const { url, token } = readySchema.parse(JSON.parse(first));
  const headers = { Authorization: `Bearer ${token}` };
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  return {
    process: child,
    said,
    command: async (event, ask) => {
      const body = JSON.stringify(ask);
      const path = `${url}api/events/${event}/commands`;
      const answer = await fetch(path, { method: 'POST', headers, body });
      return answerSchema.parse(await answer.json());
    },
    event: async (id) => {
      const answer = await fetch(`${url}api/events/${id}`, { headers });
      return documentSchema.parse(await answer.json());
    },
    listen: (event, heard) => {
      const line = new WebSocket(`${url.replace('http', 'ws')}api/live?event=${event}`, {
        headers,
      });
      line.on('message', (frame: Buffer) => heard(frame.toString('utf8')));
      // A killed desk breaks the line; what it said before counts.
      line.on('error', () => line.terminate());
      return line;
    },
    end: async (signal) => {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import type { Start } from './host';
import type { Host } from './launch';

const messageSchema = z.union([
  z.object({ ready: z.string() }),
  z.object({ id: z.number(), value: z.unknown().optional(), error: z.string().optional() }),
]);

/** Starts the stand-in and connects to its Chromium. */
export async function launchStandIn({ program, args, env }: Start): Promise<Host> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ask = questionsTo(child);
  const browser = await chromium.connectOverCDP(await ask.ready);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no pages to look at');
  return {
    pages: () => context.pages(),
    evaluate: (run, argument) => ask.evaluate(run.toString(), argument),
    at: (address) =>
      address.replace(
        /^nuija:\/\/([^/]*)/,
        (_all, host: string) => `https://${host}.nuija.invalid`,
      ),
    process: child,
    release: () => browser.close(),
  };
}

function questionsTo(child: ChildProcess) {
  const asked = new Map<number, (message: { value?: unknown; error?: string }) => void>();
  let number = 0;
  const ready = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the stand-in ended with ${code}`)));
    child.on('message', (sent) => {
      const message = messageSchema.parse(sent);
      if ('ready' in message) resolve(message.ready);
      else asked.get(message.id)?.(message);
    });
  });
  return {
    ready,
    evaluate: <R>(source: string, argument: unknown) =>
      new Promise<R>((resolve, reject) => {
        const id = ++number;
        asked.set(id, ({ value, error }) => {
          asked.delete(id);
          if (error === undefined) resolve(value as R);
          else reject(new Error(error));
        });
        child.send({ id, source, argument }, (error) => error && reject(error));
      }),
  };
}

import { setImmediate } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { LocalDesk } from '../../electron/desk/desk';
import { serveDesk } from '../../electron/link/serve';

const frameSchema = z.looseObject({
  type: z.string(),
  view: z.object({ message: z.object({ text: z.string() }).nullable() }).optional(),
});

/** Stage screens on WebSockets of their own. */
export interface Hall {
  /** Resolves when every screen has heard what the desk says once a second. */
  settled(): Promise<void>;
  frames(): number;
  /** The messages that the screens show. */
  shown(): Set<string>;
  close(): Promise<void>;
}

/** Joins so many screens to an event that is served on a port of its own. */
export async function openHall(desk: LocalDesk, event: string, count: number): Promise<Hall> {
  const serving = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages: '.' });
  const address = `${serving.url.replace('http', 'ws')}api/live?event=${event}`;
  const headers = { Authorization: `Bearer ${serving.gate.token('stage')}` };
  const screens: Array<{ line: WebSocket; heard: number; message: string }> = [];
  for (let n = 0; n < count; n++) {
    const screen = { line: new WebSocket(address, { headers }), heard: 0, message: '' };
    screens.push(screen);
    screen.line.on('message', (bytes: Buffer) => {
      screen.heard += 1;
      const frame = frameSchema.parse(JSON.parse(bytes.toString('utf8')));
      if (frame.view) screen.message = frame.view.message?.text ?? '';
    });
    await new Promise((resolve, reject) => {
      screen.line.once('message', resolve);
      screen.line.once('error', reject);
    });
  }
  let beats = 0;
  return {
    settled: async () => {
      beats += 1;
      while (screens.some(({ heard }) => heard <= beats)) {
        if (screens.some(({ line }) => line.readyState !== WebSocket.OPEN)) {
          throw new Error('a screen has lost its desk');
        }
        await setImmediate();
      }
    },
    frames: () => screens.reduce((sum, { heard }) => sum + heard, 0),
    shown: () => new Set(screens.map(({ message }) => message)),
    close: () => serving.close(),
  };
}

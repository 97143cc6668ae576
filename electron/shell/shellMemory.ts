import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { LANGUAGES } from './language';
import { log } from './log';
import { windowPlaceSchema } from './windowPlace';

/** How many events the menu offers. */
const RECENT = 8;

const memorySchema = z.object({
  language: z.enum(LANGUAGES).optional().catch(undefined),
  window: windowPlaceSchema.optional().catch(undefined),
  /** Ids of the events that were on the screen, the latest first. */
  recent: z.array(z.string().max(100)).max(100).catch([]),
});
type Memory = z.infer<typeof memorySchema>;

const file = () => join(app.getPath('userData'), 'shell.json');

/** What the shell remembers of this machine, in `shell.json` beside Chromium's own files; never names. */
export function remembered(): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    // Not there yet, or not readable: a window opens in the middle then, and nothing else is lost.
    return { recent: [] };
  }
}

/** Changes part of it at once; a disk that refuses is told in the log and costs nothing else. */
export function remember(change: Partial<Memory>): void {
  const fresh = `${file()}.new`;
  try {
    writeFileSync(fresh, JSON.stringify({ ...remembered(), ...change }));
    renameSync(fresh, file());
  } catch (error) {
    log(`shell.json: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Puts an event at the head of those that the menu offers. */
export function rememberEvent(id: string): void {
  const { recent } = remembered();
  if (recent[0] === id) return;
  remember({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, RECENT) });
}

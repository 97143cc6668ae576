import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import type { Disk } from './disk';
import { StoreError, asStoreError, systemCode } from './storeError';

/** What the default data folder depends on; the process's own unless a test says otherwise. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

const here = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
});

/**
 * Where an operating system keeps an application's data: `%APPDATA%\Nuija`, `~/Library/Application Support/Nuija`,
 * `$XDG_DATA_HOME/nuija` or `~/.local/share/nuija` (XDG Base Directory: a relative value is to be ignored).
 */
export function defaultDataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Nuija');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Nuija');
  const xdg = env['XDG_DATA_HOME'] ?? '';
  return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'nuija');
}

/** Whether a text is an event's id: a ULID in capitals (Crockford's base 32, 26 characters). */
export function isEventId(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

/** The folder of all events. */
export function eventsFolder(dataFolder: string): string {
  return join(dataFolder, 'events');
}

/** The folder of one event. Throws StoreError 'bad-id' for anything but a ULID, so no id leads elsewhere. */
export function eventFolder(dataFolder: string, id: string): string {
  if (!isEventId(id)) throw new StoreError('bad-id', `${JSON.stringify(id)} is not an event's id`);
  return join(eventsFolder(dataFolder), id);
}

/** Ids of the events kept in a data folder, oldest first; none when the folder is not there yet. */
export async function listEventIds(disk: Disk, dataFolder: string): Promise<string[]> {
  const folder = eventsFolder(dataFolder);
  try {
    return (await disk.list(folder)).filter(isEventId).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asStoreError(error, 'reading', folder);
  }
}

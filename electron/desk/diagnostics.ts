import { readdir, stat } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { buildInfo } from '../buildInfo';
import { eventFolder } from '../store/dataFolder';
import { asDeskError } from './failure';
import type { EventShelf } from './eventShelf';

interface Surroundings {
  dataFolder: string;
  version: string;
  host: string;
  shelf: EventShelf;
  /** The last lines of the log. */
  logged(): readonly string[];
}

/**
 * What somebody who helps from afar has to know: versions, system, sizes, counts and the log's last lines.
 * No names: events go by their ids, people by their number, and the home folder is written `~`.
 */
export async function diagnosticsOf(around: Surroundings): Promise<string> {
  const { built, commit } = buildInfo();
  const { electron, chrome, node } = process.versions;
  const text = [
    `Nuija ${around.version}${built && ` (${[built, commit].filter(Boolean).join(', ')})`}, ${around.host}`,
    [electron && `Electron ${electron}`, chrome && `Chromium ${chrome}`, `Node ${node}`]
      .filter(Boolean)
      .join(', '),
    `${os.version()} ${os.release()}, ${process.platform} ${process.arch}`,
    `${os.cpus().length} processors, memory ${mb(os.totalmem())}, free ${mb(os.freemem())}`,
    `this process: memory ${mb(process.memoryUsage().rss)}, up ${Math.round(process.uptime())} s`,
    `data folder: ${around.dataFolder}`,
    '',
    ...(await eventLines(around)),
    '',
    'Log:',
    ...around.logged(),
    '',
  ].join('\n');
  return withoutHome(text);
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The home folder's name is a person's, more often than not; so is what follows `Users` or `home`. */
function withoutHome(text: string): string {
  return text
    .replaceAll(os.homedir(), '~')
    .replaceAll(/(\/home\/|\/Users\/|[\\/]Users[\\/])[^\s\\/:"']+/g, '$1…');
}

async function eventLines(around: Surroundings): Promise<string[]> {
  const ids = await around.shelf.ids();
  const lines = [`${ids.length} events`];
  for (const id of ids) lines.push(`${id}: ${await eventLine(around, id)}`);
  for (const { event, says } of around.shelf.notices) {
    lines.push(`${event}: ${says.map(({ code }) => code).join(' ')}`);
  }
  return lines;
}

async function eventLine({ shelf, dataFolder }: Surroundings, id: string): Promise<string> {
  const files = await fileSizes(eventFolder(dataFolder, id));
  try {
    const { state, notSaving } = await shelf.open(id);
    const counts = `fact ${state.seq}, ${state.participants.size} participants, ${state.sessions.size} sessions`;
    return [counts, ...(notSaving ? [`NOT SAVING: ${notSaving.code}`] : []), files].join('; ');
  } catch (error) {
    return `${asDeskError(error).code}; ${files}`;
  }
}

/** A file that goes while it is looked at is left out. */
async function fileSizes(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const sizes = names.map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => null);
    return found?.isFile() ? `${name} ${found.size} B` : '';
  });
  return (await Promise.all(sizes)).filter(Boolean).join(', ');
}

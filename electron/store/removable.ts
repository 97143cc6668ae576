import { execFile } from 'node:child_process';
import { readFile, readdir, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { delimiter, posix } from 'node:path';
import { promisify } from 'node:util';

/** A USB stick or the like that is plugged in. */
export interface Drive {
  /** Folder where it is mounted. */
  path: string;
  /** As the system calls it. */
  name: string;
  /** Free bytes; null where the system does not say. */
  free: number | null;
}

/** What the search for drives asks of the system; injected for tests. */
export interface DriveWorld {
  platform: NodeJS.Platform;
  /** Folders that a person has named as further drives, `NUIJA_DRIVES`. */
  named: string;
  user(): string;
  /** Linux: `/proc/self/mounts`. */
  mounts(): Promise<string>;
  list(folder: string): Promise<string[]>;
  /** Number of the device that holds a path. */
  device(path: string): Promise<number>;
  free(path: string): Promise<number>;
  /** Windows: runs a line of PowerShell and answers what it says. */
  powershell(line: string): Promise<string>;
}

const run = promisify(execFile);

/** The system this runs on. */
export const thisSystem: DriveWorld = {
  platform: process.platform,
  named: process.env['NUIJA_DRIVES'] ?? '',
  user: () => userInfo().username,
  mounts: () => readFile('/proc/self/mounts', 'utf8'),
  list: (folder) => readdir(folder),
  device: async (path) => (await stat(path)).dev,
  free: async (path) => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
  powershell: async (line) => {
    const words = ['-NoProfile', '-NonInteractive', '-Command', line];
    const { stdout } = await run('powershell.exe', words, { windowsHide: true, timeout: 20_000 });
    return stdout;
  },
};

/** The drives that are plugged in now, by name. One that goes away while it is looked at is left out. */
export async function removableDrives(world: DriveWorld = thisSystem): Promise<Drive[]> {
  const found = await foundBy(world).catch(() => []);
  const named = world.named.split(delimiter).filter(Boolean);
  const all = [...found, ...named.map((path) => ({ path, name: posix.basename(path) || path }))];
  const drives: Drive[] = [];
  for (const { path, name } of all) {
    try {
      await world.list(path);
      drives.push({ path, name, free: await world.free(path).catch(() => null) });
    } catch {
      continue; // it was pulled out, or nobody may read it: nothing to offer
    }
  }
  return drives.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

type Found = Omit<Drive, 'free'>;

function foundBy(world: DriveWorld): Promise<Found[]> {
  if (world.platform === 'win32') return onWindows(world);
  return world.platform === 'darwin' ? onMac(world) : onLinux(world);
}

/** What a desktop mounts for its user: /run/media/<user>/<name>, /media/<user>/<name>, /media/<name>. */
async function onLinux({ user, mounts }: DriveWorld): Promise<Found[]> {
  const roots = [`/run/media/${user()}`, `/media/${user()}`, '/media'];
  const points = (await mounts()).split('\n').map((line) => line.split(' ')[1] ?? '');
  return points
    .map((point) => point.replace(/\\(\d{3})/g, (_, code: string) => octal(code)))
    .filter((point) => roots.includes(posix.dirname(point)))
    .map((path) => ({ path, name: posix.basename(path) }));
}

/** Spaces and the like in a mount point stand as `\040`. */
const octal = (code: string) => String.fromCharCode(Number.parseInt(code, 8));

/** Every volume but the one the system itself is on. */
async function onMac({ list, device }: DriveWorld): Promise<Found[]> {
  const own = await device('/');
  const found: Found[] = [];
  for (const name of await list('/Volumes')) {
    const path = posix.join('/Volumes', name);
    const other = await device(path).catch(() => own);
    if (other !== own) found.push({ path, name });
  }
  return found;
}

/** Drive letters that the system calls removable (DriveType 2). */
async function onWindows({ powershell }: DriveWorld): Promise<Found[]> {
  const said = await powershell(
    `Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | ForEach-Object { $_.DeviceID + '|' + $_.VolumeName }`,
  );
  return said.split(/\r?\n/).flatMap((line) => {
    const [letter = '', ...label] = line.split('|');
    if (!/^[A-Z]:$/.test(letter)) return [];
    const name = label.join('|').trim();
    return [{ path: `${letter}\\`, name: name ? `${name} (${letter})` : letter }];
  });
}

import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, open, readFile, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { nodeDisk } from './nodeDisk';
import { isRunning, processMark } from './processMark';
import { systemCode } from './storeError';

/** What a lock file says. `id` is unlike that of every other lock there ever was; `since` in ms since 1970. */
export const lockSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  pid: z.number().int().positive(),
  mark: z.string().nullable(),
  since: z.number(),
  url: z.string().optional(),
  token: z.string().optional(),
});
export type Lock = z.infer<typeof lockSchema>;

/** A lock of this process. */
export function newLock(now: number, info: Pick<Lock, 'url' | 'token'>): Lock {
  const { pid } = process;
  return { id: randomId(), pid, mark: processMark(pid), since: now, ...info };
}

/**
 * Whether the process that wrote a lock still runs on this machine. A data folder belongs on a disk of the
 * machine itself: of processes elsewhere nothing can be known.
 */
export function isHeld(lock: Lock): boolean {
  return isRunning(lock.pid, lock.mark);
}

/** The lock in a file, null when there is no file, 'unreadable' when it holds anything else. */
export async function readLockFile(path: string): Promise<Lock | null | 'unreadable'> {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

/** Puts a lock's new content in the place of the old in one step. Only its holder may do this. */
export async function replaceLockFile(path: string, lock: Lock): Promise<void> {
  const beside = await writeBeside(path, lock);
  await nodeDisk.rename(beside, path);
}

/**
 * Takes a lock file, or answers with the lock that holds it. A lock whose process is gone is taken away first,
 * and only by whoever holds a lock named after that very one (`desk.lock.ID`): so of two that find the same
 * dead lock, none can take away the other's fresh one. The same rule holds for the lock of the lock.
 */
export async function takeLockFile(path: string, mine: Lock): Promise<Lock | null> {
  const beside = await writeBeside(path, mine);
  try {
    for (;;) {
      if (await linkOnce(beside, path)) return null;
      const other = await readLockFile(path);
      if (other === null) continue;
      if (other !== 'unreadable' && isHeld(other)) return other;
      if (!(await removeDead(path, other, mine))) await pause(5);
    }
  } finally {
    await unlink(beside);
  }
}

/** False when someone else is taking the dead lock away. */
async function removeDead(path: string, dead: Lock | 'unreadable', mine: Lock): Promise<boolean> {
  const guard = `${path}.${idOf(dead)}`;
  if (await takeLockFile(guard, { ...mine, id: randomId() })) return false;
  try {
    // Where there are no hard links a lock may still be on its way into the file.
    if (dead === 'unreadable') await pause(100);
    const now = await readLockFile(path);
    if (now !== null && idOf(now) === idOf(dead)) await unlink(path);
  } finally {
    await unlink(guard);
  }
  return true;
}

const idOf = (lock: Lock | 'unreadable') => (lock === 'unreadable' ? lock : lock.id);

const randomId = () => randomBytes(8).toString('hex');

/** Gives the file its second name, whole and only if there is none of that name. */
async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!noHardLinks.has(systemCode(error) ?? '')) throw error;
    return copyOnce(from, to);
  }
}

/** What exFAT and some network disks answer. */
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

async function copyOnce(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeBeside(path: string, lock: Lock): Promise<string> {
  const beside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(lock)}\n`);
  } finally {
    await handle.close();
  }
  return beside;
}

import { execFileSync } from 'node:child_process';

/**
 * Resident memory of a process in MB: all pages it has in memory, those of the Node program itself (about 45 MB,
 * shared with every other Node that runs) among them.
 */
export function residentMB(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes.trim()) / 1_024;
}

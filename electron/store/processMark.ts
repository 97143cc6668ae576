import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: on Linux the boot's id and the start in clock
 * ticks since boot (/proc/PID/stat, field 22), on macOS the start as `ps` prints it. Null where the system does
 * not tell, or when there is no such process (a zombie counts as none).
 */
export function processMark(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxMark(pid);
    if (process.platform === 'darwin') return macMark(pid);
    return null;
  } catch {
    return null; // no such process, or a system that does not tell: both are what null says
  }
}

function linuxMark(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // Field 2 is the name in brackets and may hold anything; field 3 is the first one behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot}/${fields[19]}`;
}

function macMark(pid: number): string | null {
  const options = { env: { ...process.env, LC_ALL: 'C' }, encoding: 'latin1' } as const;
  const [state, ...start] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], options)
    .trim()
    .split(/\s+/);
  return state?.startsWith('Z') ? null : start.join(' ');
}

/** Whether the process that gave this mark still runs. Without a mark, whether any process has its number. */
export function isRunning(pid: number, mark: string | null): boolean {
  if (mark !== null) return processMark(pid) === mark;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

const windows = process.platform === 'win32';
const running = new Set();

/** Ends a started program and everything it started. */
function end(child) {
  if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running.size === 0 && process.listenerCount(signal) > 1) return;
    for (const child of running) end(child);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/**
 * Runs a program without a shell and without input, to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] in addition to this process's own
 * @param {'quiet' | 'shown' | 'stderr'} [options.output] kept for the answer, or passed on as it comes
 * @param {(line: string) => void} [options.onLine] hears each line of a quiet run
 * @param {(stop: () => void) => () => void} [options.watch] may stop the run; returns its own end
 * @param {number} [options.limit] ms after which it is stopped
 * @returns {Promise<{ code: number, output: string, stopped: boolean }>} a program that cannot be
 *   started answers with code 127 and the reason as output
 */
export function run(command, args, { env, output = 'quiet', onLine, watch, limit } = {}) {
  return new Promise((resolve) => {
    const shown = { quiet: 'pipe', shown: 'inherit', stderr: process.stderr }[output];
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        ...(output === 'quiet' && { FORCE_COLOR: undefined, NO_COLOR: '1' }),
        ...env,
      },
      stdio: ['ignore', shown, output === 'quiet' ? 'pipe' : 'inherit'],
      detached: !windows,
      windowsHide: true,
      shell: windows && command.endsWith('.cmd'),
    });
    let text = '';
    let stopped = false;
    const stop = () => {
      stopped = true;
      end(child);
    };
    const timer = limit === undefined ? undefined : setTimeout(stop, limit);
    const unwatch = watch?.(stop);
    const settle = (code) => {
      clearTimeout(timer);
      unwatch?.();
      running.delete(child);
      resolve({ code, output: stripVTControlCharacters(text), stopped });
    };
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part) => {
        text += part;
        const line = stripVTControlCharacters(part).trimEnd().split('\n').at(-1).trim();
        if (line) onLine?.(line);
      });
    }
    child.on('error', (error) => {
      text += error.message;
      settle(127);
    });
    child.on('close', (code) => settle(code ?? 1));
  });
}

/** Runs one of the installed tools with this same Node; as {@link run}. */
export const runTool = (file, args, options) => run(process.execPath, [file, ...args], options);

/** Runs npm itself, the one that started this script where there is one; as {@link run}. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && path.basename(own) === 'npm-cli.js') return runTool(own, args, options);
  return run(windows ? 'npm.cmd' : 'npm', args, options);
}

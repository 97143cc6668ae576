import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { openDesk } from '../desk/desk';
import type { StageDoor } from '../desk/handlers';
import { stageHash } from '../desk/stageAddress';
import type { Serving } from '../link/serve';
import { unlockAll } from './passphrase';
import { textOf, UsageError } from './usage';
import type { Verb } from './verb';

/** The port that is taken when none is named: always the same, so that the browser keeps its settings. */
const PORT = 4747;

export const serve: Verb = {
  name: 'serve',
  usage: 'serve [--port N] [--host 127.0.0.1] [--no-open]',
  does: `runs the desk for browsers on this machine (port ${PORT}; 0 picks a free one)`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    'no-open': { type: 'boolean' },
  },
  run: async ({ words, dataFolder, json, say, complain }) => {
    const port = portOf(textOf(words, 'port') ?? String(PORT));
    const host = textOf(words, 'host') ?? '127.0.0.1';
    const log = (line: string) => (json ? say(JSON.stringify({ log: line })) : complain(line));
    const door: { serving?: Serving } = {};
    const desk = await openDesk({
      dataFolder,
      desk: hostname(),
      host: 'serve',
      version,
      stage: stageDoor(door),
      log,
    });
    try {
      await unlockAll(desk, words, log);
      const { serveDesk } = await import('../link/serve');
      const pages = join(import.meta.dirname, '..', 'renderer');
      const gate = await desk.network.gate();
      door.serving = await serveDesk(desk, { host, port, pages, gate });
    } catch (error) {
      await desk.close();
      throw error;
    }
    const { url, gate } = door.serving;
    const token = gate.token('desk');
    await desk.announce({ url, token });
    const address = `${url}?token=${token}`;
    const asked = stopped();
    if (json) say(JSON.stringify({ ready: true, url, token }));
    else say(`Nuija is open at ${address}`);
    if (words.values['no-open'] !== true) openBrowser(address, log);
    await asked;
    await door.serving.close();
    await desk.close();
    return null;
  },
};

/** Without windows of its own, a stage screen is an address to open; its token lets see the stage only. */
function stageDoor(door: { serving?: Serving }): StageDoor {
  return {
    displays: async () => [],
    open: async ({ event, view, language, room }) => {
      if (!door.serving) return { opened: false, url: '' };
      const { url, gate } = door.serving;
      return {
        opened: false,
        url: `${url}?token=${gate.token('stage')}${stageHash({ event, view, language, room })}`,
      };
    },
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535; not "${text}"`);
  }
  return port;
}

function openBrowser(address: string, log: (line: string) => void): void {
  const [program, ...args] =
    process.platform === 'win32'
      ? ['explorer.exe', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(program ?? '', args, { stdio: 'ignore', detached: true });
  child.on('error', () => log('No browser could be opened: open the address yourself.'));
  child.unref();
}

/**
 * Resolves when the process is asked to stop. Ctrl+C reaches us several times, from the terminal and
 * from the programs around us: all but the first are heard and let pass, so that saving is not cut off.
 */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type * as Electron from 'electron';
import type { Page } from '@playwright/test';
import { newVenue, startOf, which } from './host';
import type { Shown, Size, Venue } from './host';
import { launchElectron } from './launchElectron';
import { launchStandIn } from './launchStandIn';

export { which } from './host';

/** What a function run in the main process is given: Electron's own module, or the stand-in's. */
export type Main = typeof Electron;

/** How both hosts are spoken to. */
export interface Host {
  pages(): Page[];
  evaluate<A, R>(run: (main: Main, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The address under which Chromium shows a page of ours. */
  at(address: string): string;
  process: ChildProcess;
  /** Lets go of the browser without ending it. */
  release(): Promise<void>;
}

/** The desktop app as it runs. */
export interface Desktop extends Omit<Host, 'release'> {
  which: typeof which;
  venue: Venue;
  /** The pages of its windows, once there are so many. */
  windows(count: number): Promise<Page[]>;
  /** The page of the desk's own window. */
  page(): Promise<Page>;
  /** Has the main process load another address into the desk's own window. */
  load(address: string): Promise<void>;
  /** Error boxes so far. */
  shown(): Shown[];
  /** Asks the app to quit; answers its exit code. */
  quit(): Promise<number | null>;
  /** Kills it -9. */
  kill(): Promise<void>;
  /** Takes the lock off the network, so that a test can try another one behind it. */
  openNetwork(): Promise<void>;
  /** Starts the app once more on the same profile, with further words; answers how that one ended. */
  secondInstance(...words: string[]): Promise<Ended>;
}

/** How a program that ends by itself ended. */
export interface Ended {
  code: number | null;
  shown: Shown[];
}

/** As long as a window may take on a machine that is busy with other things. */
const PATIENCE_MS = 60_000;

/** Starts the built desktop app. Two displays unless told otherwise. */
export async function launchDesktop({
  venue = newVenue(),
  displays = [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ],
  words = [],
}: {
  venue?: Venue;
  displays?: readonly Size[];
  words?: readonly string[];
} = {}): Promise<Desktop> {
  const start = startOf(venue, displays, words);
  const host = await (which === 'electron'
    ? launchElectron(start, displays)
    : launchStandIn(start));
  const ended = once(host.process, 'exit').then(([code]: unknown[]) =>
    typeof code === 'number' ? code : null,
  );
  const windows = async (count: number): Promise<Page[]> => {
    const end = Date.now() + PATIENCE_MS;
    while (host.pages().length < count) {
      if (Date.now() > end) throw new Error(`there are only ${host.pages().length} windows`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const pages = host.pages();
    const shown = (url: URL) => url.href !== 'about:blank';
    await Promise.all(pages.map((page) => page.waitForURL(shown, { timeout: PATIENCE_MS })));
    return pages;
  };
  return {
    ...host,
    which,
    venue,
    shown: start.shown,
    windows,
    page: async () => {
      const [page] = await windows(1);
      if (!page) throw new Error('there is no window');
      return page;
    },
    load: (address) =>
      host.evaluate(
        ({ BrowserWindow }, url) => BrowserWindow.getAllWindows().at(0)?.loadURL(url),
        address,
      ),
    quit: async () => {
      // The answer may be cut off by what it asks for.
      host.evaluate(({ app }) => app.quit(), null).catch(() => {});
      const code = await ended;
      await host.release();
      return code;
    },
    kill: async () => {
      host.process.kill('SIGKILL');
      await ended;
      await host.release();
    },
    openNetwork: () =>
      host.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null), null),
    secondInstance: (...words) => runToEnd(venue, words),
  };
}

/** Starts the app and waits until it has ended by itself. */
export async function runToEnd(venue: Venue, words: readonly string[] = []): Promise<Ended> {
  const { program, args, env, shown } = startOf(venue);
  const child = spawn(program, [...args, ...words], { env, stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'exit');
  return { code: typeof code === 'number' ? code : null, shown: shown() };
}

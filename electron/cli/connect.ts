import { hostname } from 'node:os';
import { version } from '../../package.json';
import { openDesk } from '../desk/desk';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { readLock } from '../store/lock';
import { unlockNamed } from './passphrase';
import { remoteDesk } from './remoteDesk';
import type { Words } from './usage';
import type { Asking } from './verb';

/** A desk for one verb, and how to let it go. */
export interface Connection {
  asking: Asking;
  /** Opens the event that the words name, where it is locked and they bring its passphrase. */
  unlock(words: Words): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the data folder in this process, or goes through the desk that already runs on it. Rejects
 * with `store.held`, naming the holder, when that desk cannot be reached.
 */
export async function connect(
  dataFolder: string,
  complain: (line: string) => void,
): Promise<Connection> {
  const holder = await readLock(dataFolder);
  if (holder?.url && holder.token) {
    const asking = remoteDesk(holder.url, holder.token);
    let lockAgain: (() => Promise<void>) | null = null;
    return {
      asking,
      unlock: async (words) => {
        lockAgain = await unlockNamed(asking, words);
      },
      close: async () => lockAgain?.(),
    };
  }
  const desk = await openLocalDesk(dataFolder, complain);
  const asking: Asking = { ask: desk.ask, inOrder: true };
  return {
    asking,
    unlock: async (words) => void (await unlockNamed(asking, words)),
    close: () => desk.close(),
  };
}

/** The desk of this process, without any screen. */
export function openLocalDesk(
  dataFolder: string,
  complain: (line: string) => void,
): Promise<LocalDesk> {
  return openDesk({
    dataFolder,
    desk: hostname(),
    host: 'memory',
    version,
    stage: {
      displays: async () => [],
      open: async () => {
        throw failure('stage.noScreen');
      },
    },
    log: complain,
  });
}

import type { AnswerOf } from '../../shared/contract';
import { channels } from '../../shared/contract';
import type { Gate } from '../link/gate';
import type { Venue } from '../link/venue';
import { checked } from './checked';
import type { LocalDesk } from './desk';
import type { EventShelf } from './eventShelf';
import { asDeskError, failure } from './failure';

/** How a desk opens itself to the venue's devices. */
export interface Network {
  /** The tokens of this data folder, shared by all listeners of the desk. */
  gate(): Promise<Gate>;
  close(): Promise<void>;
}

interface Place {
  dataFolder: string;
  /** Folder of the built pages; without it no network can be opened. */
  pages?: string;
  shelf: EventShelf;
  log(line: string): void;
  desk(): LocalDesk;
}

const NOT_HERE: AnswerOf<'network.read'> = {
  available: false,
  on: false,
  address: '',
  port: 0,
  addresses: [],
  secure: false,
  certificate: null,
  urls: [],
  moved: null,
  trouble: null,
  roles: [],
};

/**
 * The network of a desk and its channels. `resume` opens it again where it was left on; until then,
 * or until somebody asks for it, nothing of what listens is loaded.
 */
export function openNetwork({ pages, shelf, dataFolder, log, desk }: Place) {
  let opened: Promise<Venue> | undefined;
  const open = async (pagesFolder: string): Promise<Venue> => {
    const { Venue } = await import('../link/venue');
    return Venue.open({ desk: desk(), dataFolder, pages: pagesFolder, log });
  };
  const venue = async (): Promise<Venue> => {
    if (pages === undefined) throw failure('network.notHere');
    // From the first moment on, so that closing waits for what is still being loaded.
    opened ??= open(pages).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const network: Network = {
    gate: async () => (await venue()).gate,
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
  const handlers = {
    'network.me': checked(channels['network.me'], async () => ({ role: 'desk' as const })),
    'network.read': checked(channels['network.read'], async () =>
      pages === undefined ? NOT_HERE : (await venue()).read(),
    ),
    'network.switch': checked(channels['network.switch'], async (asked) =>
      (await venue()).switch(asked),
    ),
    'network.revoke': checked(channels['network.revoke'], async ({ role }) =>
      (await venue()).revoke(role),
    ),
    'kiosk.read': checked(channels['kiosk.read'], async ({ event }) => {
      const { name, accent, questions, erasedAt } = (await shelf.open(event)).state.event;
      return { name, accent, questions, over: erasedAt !== null };
    }),
  };
  const resume = () => {
    if (pages === undefined) return;
    venue().catch((error: unknown) => log(`venue network: ${asDeskError(error).code}`));
  };
  return { network, handlers, resume };
}

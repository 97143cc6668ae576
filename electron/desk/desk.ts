import { join } from 'node:path';
import type { Envelope } from '../../shared/bridge';
import { channels } from '../../shared/contract';
import type { ChannelName, Desk } from '../../shared/contract';
import type { Instant } from '../../shared/model/units';
import { renderInWorker, testSheetInWorker } from '../badges/render-in-worker';
import { drawInWorker } from '../reports/drawInWorker';
import type { DrawCards } from '../badges/cards/cards';
import { drawCardsInWorker } from '../badges/cards/drawInWorker';
import type { DrawSheet } from '../reports/sheet';
import type { Spooler } from '../print/spooler';
import type { ScryptCost } from '../store/keyFile';
import { acquireLock } from '../store/lock';
import type { LockInfo } from '../store/lock';
import { nodeDisk } from '../store/nodeDisk';
import { peekFile } from '../store/peek';
import { removableDrives } from '../store/removable';
import type { Drive } from '../store/removable';
import { BackupKeeper } from './backupKeeper';
import { Backups } from './backups';
import type { DrawBadges, DrawTestSheet } from './badgeSheet';
import { startClock } from './clock';
import type { EventState } from '../../shared/model/state';
import type { Clock } from './clock';
import { EventShelf } from './eventShelf';
import type { ShelfHooks } from './eventShelf';
import { asDeskError, failure } from './failure';
import { createHandlers } from './handlers';
import type { StageDoor } from './handlers';
import { createIdentity } from './identity';
import { Keyring } from './keyring';
import { Merging } from './merging';
import { openNetwork } from './network';
import type { Network } from './network';
import { createLive } from './live';
import { Passphrases } from './passphrases';
import { openPrintRoom } from './printRoom';

const isChannel = (name: string): name is ChannelName => Object.hasOwn(channels, name);

/** So many lines of the log are kept for a diagnosis. */
const LOGGED = 60;

/** What a host decides about its desk. */
export interface DeskOptions {
  dataFolder: string;
  /** Name under which facts are stated; the machine's name by default. */
  desk: string;
  host: 'desktop' | 'serve' | 'memory';
  version: string;
  clock?: Clock;
  /** How badges are drawn; in a worker thread by default. */
  draw?: DrawBadges;
  /** How the test sheets of badge layouts are drawn; in the same worker thread by default. */
  drawTestSheet?: DrawTestSheet;
  /** What prints; the system's own print service by default. */
  spooler?: Spooler;
  /** Between two looks at the print service, ms. */
  printEvery?: number;
  /** How run sheets are drawn; in a worker thread by default. */
  drawSheet?: DrawSheet;
  /** How lists, cards and certificates are drawn; likewise. */
  drawCards?: DrawCards;
  /** What one try of a passphrase costs; what OWASP advises by default. */
  passphraseCost?: ScryptCost;
  /** The USB sticks that are plugged in; those of the system by default. */
  drives?: () => Promise<Drive[]>;
  /** How stage screens are opened here. */
  stage: StageDoor;
  /** Folder of the built pages, for devices in the venue's network; beside this program by default. */
  pages?: string;
  /** Hears of what goes wrong beside a question; never of names. */
  log(line: string): void;
  /** The last lines of the log; by default what this desk has said since it opened. */
  logged?: () => readonly string[];
  /** Hears the newest state of each open event, and null once it is closed for a while. */
  watch?: (event: string, state: EventState | null) => void;
  /** Hears in which language the pages speak. */
  spoken?: (language: 'fi' | 'sv' | 'en') => void;
}

/** A desk of this process: the contract, and what only its host may do. */
export interface LocalDesk extends Desk {
  readonly shelf: EventShelf;
  readonly network: Network;
  /** The desk's clock, by which every timer goes: a wall clock that is set does not move it. */
  now(): Instant;
  /** `ask` for transports: whatever comes in is checked, and failures come back as data. */
  envelope(channel: string, payload: unknown): Promise<Envelope>;
  /** Says to other processes how this desk can be reached. */
  announce(info: LockInfo): Promise<void>;
  /** Saves everything and lets go of the data folder. */
  close(): Promise<void>;
}

/** Opens the desk of a data folder. Throws a DeskError `store.held` when another process holds it. */
export async function openDesk(given: DeskOptions): Promise<LocalDesk> {
  const options = { logged: () => said, ...given, log: (line: string) => say(line) };
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
    if (said.length > LOGGED) said.shift();
    given.log(line);
  };
  const lock = await acquireLock(options.dataFolder).catch((error: unknown) => {
    throw asDeskError(error);
  });
  const clock = options.clock ?? startClock();
  const keyring = new Keyring(nodeDisk, options.dataFolder);
  const keeper = new BackupKeeper({ ...options, disk: nodeDisk, clock });
  const hooks: ShelfHooks = {
    sealOf: (id) => keyring.sealOf(id),
    snapshotWritten: (id, state, closing) => keeper.snapshotWritten(id, state, closing),
    quiet: (id, work) => keeper.quiet(id, work),
  };
  const identity = createIdentity();
  const shelf = new EventShelf({
    disk: nodeDisk,
    dataFolder: options.dataFolder,
    desk: options.desk,
    clock,
    identity,
    hooks,
    log: options.log,
    ...(options.watch && { watch: options.watch }),
  });
  const passphrases = new Passphrases({
    disk: nodeDisk,
    dataFolder: options.dataFolder,
    clock,
    shelf,
    keyring,
    quiet: (id, work) => keeper.quiet(id, work),
    log: options.log,
    ...(options.passphraseCost && { cost: options.passphraseCost }),
  });
  const backups = new Backups({
    disk: nodeDisk,
    peek: peekFile,
    drives: options.drives ?? removableDrives,
    shelf,
    keeper,
    dataFolder: options.dataFolder,
    clock,
  });
  const draw = options.draw ?? renderInWorker;
  const drawTestSheet = options.drawTestSheet ?? testSheetInWorker;
  const drawing = { draw, drawTestSheet };
  const print = openPrintRoom({ ...options, ...drawing, disk: nodeDisk, shelf, clock, identity });
  const venue = openNetwork({
    dataFolder: options.dataFolder,
    ...pagesOf(options),
    shelf,
    log: options.log,
    desk: () => desk,
  });
  const handlers = createHandlers({
    ...options,
    disk: nodeDisk,
    shelf,
    backups,
    merging: new Merging({ disk: nodeDisk, shelf, keeper, clock }),
    passphrases,
    clock,
    ...drawing,
    print,
    network: venue.handlers,
    drawSheet: options.drawSheet ?? drawInWorker,
    drawCards: options.drawCards ?? drawCardsInWorker,
  });
  const live = createLive(shelf, clock, options.log, passphrases, keeper);
  const desk: LocalDesk = {
    shelf,
    network: venue.network,
    now: () => clock.now(),
    ask: async (channel, payload) => {
      try {
        return await handlers[channel](payload);
      } catch (error) {
        throw asDeskError(error);
      }
    },
    envelope: async (channel, payload) => {
      try {
        if (!isChannel(channel)) throw failure('ask.malformed', { what: `channel ${channel}` });
        return { ok: true, value: await handlers[channel](payload) };
      } catch (error) {
        return { ok: false, failure: asDeskError(error).toFailure() };
      }
    },
    live: (event, view, listener) => live.listen({ event, view, listener }),
    announce: (info) => lock.update(info),
    close: async () => {
      try {
        // The shelf takes nothing more from now on, and waits for files that are just being written anew.
        const closing = shelf.close();
        await Promise.all([
          closing,
          venue.network.close(),
          print.printing.close(),
          passphrases.settled(),
        ]);
      } finally {
        await keeper.idle();
        clock.stop?.();
      }
      await lock.release();
    },
  };
  venue.resume();
  return desk;
}

/** A desk without a host of its own, as a verb of the command line opens it, serves nobody. */
function pagesOf({ pages, host }: DeskOptions): { pages?: string } {
  if (pages !== undefined) return { pages };
  return host === 'memory' ? {} : { pages: join(import.meta.dirname, '..', 'renderer') };
}

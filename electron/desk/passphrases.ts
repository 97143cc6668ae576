import type { KeyObject } from 'node:crypto';
import type { AnswerOf } from '../../shared/contract';
import { isLongEnough, LEAST_CHARACTERS } from '../../shared/model/passphrase';
import { eventFolder } from '../store/dataFolder';
import type { Disk } from '../store/disk';
import { makeKeyFile, openKeyFile, SCRYPT_COST } from '../store/keyFile';
import type { ScryptCost } from '../store/keyFile';
import { clearAfterResealing, resealFiles } from '../store/resealing';
import type { Cleared } from '../store/resealing';
import { aesSeal } from '../store/sealAes';
import type { Clock } from './clock';
import type { EventShelf, ShelfHooks } from './eventShelf';
import { asDeskError, failure, isLocked } from './failure';
import type { Keyring } from './keyring';
import { EVENT_FORMAT } from './openStore';
import { summaryOf } from './summaries';

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  clock: Clock;
  shelf: EventShelf;
  keyring: Keyring;
  quiet: ShelfHooks['quiet'];
  log(line: string): void;
  /** What one try of a passphrase costs. */
  cost?: ScryptCost;
}

/** A key and the file that it was wrapped into. */
interface Made {
  key: KeyObject;
  bytes: Buffer;
}

/** Opens sealed events, and sets, changes and removes their passphrases. */
export class Passphrases {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly clearing = new Map<string, Promise<Cleared>>();
  /** Tries of one event come one after the other. */
  private readonly tries = new Map<string, Promise<unknown>>();

  constructor(private readonly around: Surroundings) {
    around.keyring.onUnfinished = (event) => {
      setImmediate(() => void this.clear(event));
    };
  }

  /** Rejects with `event.unknown`, or with the reason why the key file cannot be used. */
  async protection(event: string): Promise<AnswerOf<'event.protection'>> {
    await this.mustBeKnown(event);
    const keyFile = await this.around.keyring.keyFile(event);
    return {
      sealed: keyFile !== null,
      open: keyFile === null || this.around.keyring.opens(event, keyFile),
    };
  }

  /** Opens an event for everybody at this desk. Rejects with `seal.wrong`, `seal.noKey`, `seal.tampered`. */
  unlock(event: string, passphrase: string): Promise<void> {
    const before = this.tries.get(event) ?? Promise.resolve();
    const mine = before.then(() => this.tryToUnlock(event, passphrase));
    this.tries.set(
      event,
      mine.catch(() => undefined), // whoever asked hears of it through `mine`
    );
    return mine;
  }

  /** Closes an event and forgets its key; its screens are told. Rejects with `seal.none` where it has none. */
  async lock(event: string): Promise<void> {
    const { shelf, keyring } = this.around;
    if (!(await this.protection(event)).sealed) throw failure('seal.none');
    try {
      await shelf.rework(event, async () => keyring.forget(event));
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
  }

  /** Sets a passphrase, or changes it where `old` is the present one. */
  async set(event: string, passphrase: string, old = ''): Promise<Cleared> {
    const { shelf, keyring, cost = SCRYPT_COST } = this.around;
    if (!isLongEnough(passphrase)) throw failure('seal.short', { least: LEAST_CHARACTERS });
    await shelf.open(event);
    const present = await keyring.keyFile(event);
    if (present) await openKeyFile(present, old, event);
    const made = await makeKeyFile(passphrase, event, cost);
    // Before anything depends on it: what was written does open with what was typed.
    const opened = await openKeyFile(made.bytes, passphrase, event);
    if (!opened.equals(made.key)) throw failure('unforeseen', { what: 'the key does not open' });
    return this.reseal(event, made);
  }

  /** Takes the passphrase away; `passphrase` is the present one. */
  async remove(event: string, passphrase: string): Promise<Cleared> {
    const { shelf, keyring } = this.around;
    await shelf.open(event);
    const present = await keyring.keyFile(event);
    if (!present) throw failure('seal.none');
    await openKeyFile(present, passphrase, event);
    return this.reseal(event, null);
  }

  /** Tells the listener each time the event is unlocked, until the answered function is called. */
  onUnlocked(event: string, listener: () => void): () => void {
    const listeners = this.waiting.get(event) ?? new Set();
    this.waiting.set(event, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.waiting.delete(event);
    };
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await Promise.all([...this.tries.values(), ...this.clearing.values()]);
  }

  private async tryToUnlock(event: string, passphrase: string): Promise<void> {
    const { shelf, keyring } = this.around;
    if (await this.isOpen(event)) return;
    const key = await openKeyFile(await keyring.keyFile(event), passphrase, event);
    keyring.keep(event, key);
    try {
      await shelf.open(event);
    } catch (error) {
      keyring.forget(event);
      throw error;
    }
    for (const listener of this.waiting.get(event) ?? []) listener();
  }

  /** Rejects with any reason but that it is locked. */
  private async isOpen(event: string): Promise<boolean> {
    try {
      await this.around.shelf.open(event);
      return true;
    } catch (error) {
      if (isLocked(error)) return false;
      throw error;
    }
  }

  private async reseal(event: string, made: Made | null): Promise<Cleared> {
    const { disk, shelf, keyring } = this.around;
    if (made) keyring.keep(event, made.key);
    await shelf.rework(event, async (folder, before) => {
      const from = await keyring.sealOf(event);
      if (!before) throw failure('seal.locked');
      const to = made && aesSeal(made.key, event);
      const snapshot = { seq: before.seq, state: before };
      const keyFile = made && made.bytes;
      await resealFiles({ ...EVENT_FORMAT, disk, folder, from, to, keyFile, snapshot });
    });
    keyring.forget(event, made && made.key);
    return this.clear(event);
  }

  /** Removes what is left under the old seal; what cannot be done now is done when the event is opened again. */
  private clear(event: string): Promise<Cleared> {
    const clearing =
      this.clearing.get(event) ??
      this.clearNow(event)
        .catch((error: unknown) => {
          this.around.log(`event ${event}: ${asDeskError(error).code} while clearing old backups`);
          return { removed: 0, backup: false };
        })
        .finally(() => this.clearing.delete(event));
    this.clearing.set(event, clearing);
    return clearing;
  }

  private async clearNow(event: string): Promise<Cleared> {
    const { disk, dataFolder, shelf, clock, quiet } = this.around;
    const { state } = await shelf.open(event);
    const { name, date, participants, present } = await summaryOf(state);
    const about = { name, date, participants, present };
    const wish = { at: clock.now(), event, about };
    return quiet(event, () => clearAfterResealing(disk, eventFolder(dataFolder, event), wish));
  }

  private async mustBeKnown(event: string): Promise<void> {
    const known = await this.around.shelf.ids();
    if (!known.includes(event)) throw failure('event.unknown', { id: event });
  }
}

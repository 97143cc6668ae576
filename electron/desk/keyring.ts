import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { eventFolder } from '../store/dataFolder';
import type { Disk } from '../store/disk';
import { readIfThere } from '../store/eventFiles';
import { KEY_FILE, readKeyFile } from '../store/keyFile';
import { RESEALING_FILE } from '../store/resealing';
import type { Seal } from '../store/seal';
import { aesSeal, keyMark } from '../store/sealAes';
import { StoreError } from '../store/storeError';
import { SWAP_FILE, finishSwap } from '../store/swap';

/** The keys of sealed events whose passphrase was given. They live in this process's memory and nowhere else. */
export class Keyring {
  /** Told of an event whose older files are still to be cleared away after its passphrase was changed. */
  onUnfinished: (event: string) => void = () => {};
  private readonly keys = new Map<string, KeyObject[]>();

  constructor(
    private readonly disk: Disk,
    private readonly dataFolder: string,
  ) {}

  keep(event: string, key: KeyObject): void {
    this.keys.set(event, [...(this.keys.get(event) ?? []), key]);
  }

  /** Forgets an event's keys, but for one. */
  forget(event: string, but: KeyObject | null = null): void {
    if (but) this.keys.set(event, [but]);
    else this.keys.delete(event);
  }

  /** The event's key file, or null where it has no passphrase. */
  keyFile(event: string): Promise<Buffer | null> {
    return readIfThere(this.disk, join(eventFolder(this.dataFolder, event), KEY_FILE));
  }

  /** Whether the passphrase that the key file asks for was given. Throws as `readKeyFile` does. */
  opens(event: string, keyFile: Buffer): boolean {
    return this.sealUnder(event, keyFile) !== null;
  }

  /**
   * The seal that an event's files are under now, null for none. Throws StoreError 'locked' until its passphrase has been given, 'noKey' or 'newer' for the key file.
   */
  async sealOf(event: string): Promise<Seal | null> {
    const folder = eventFolder(this.dataFolder, event);
    // A change of the passphrase that a crash has cut short comes first: it decides which key it is.
    const swap = await readIfThere(this.disk, join(folder, SWAP_FILE));
    if (swap) await finishSwap(this.disk, folder);
    const unfinished = await readIfThere(this.disk, join(folder, RESEALING_FILE));
    const bytes = await this.keyFile(event);
    const seal = bytes && this.sealUnder(event, bytes);
    if (bytes && !seal) {
      throw new StoreError('locked', `event ${event} waits for its passphrase`, folder);
    }
    if (unfinished) this.onUnfinished(event);
    return seal;
  }

  private sealUnder(event: string, keyFile: Buffer): Seal | null {
    const { key: mark } = readKeyFile(keyFile, event);
    const key = this.keys.get(event)?.find((one) => keyMark(one).toString('hex') === mark);
    return key ? aesSeal(key, event) : null;
  }
}

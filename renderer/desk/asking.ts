import { ulid } from 'ulid';
import type { Command } from '../../shared/commands/command';
import { DeskError } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import type { Duration } from '../../shared/model/units';

/** So long a line may be lost, ms, before nobody waits for it: most often it is back in a moment. */
const GRACE_MS = 3_000;

/** So long a command without an answer is asked again under its own id, ms; after that it is meant anew. */
const REMEMBERED_MS = 120_000;

const NOT_ANSWERED: ReadonlySet<string> = new Set(['desk.offline', 'desk.unanswered']);

type Contact = 'there' | 'doubtful' | 'gone';

/**
 * Commands on their way to the desk. Without contact none is sent: it might get there when the person who was
 * told otherwise has long gone. Where contact breaks before one is answered, nobody here knows whether it got
 * through: its asker is told so, and the same command asked again is the same ask, carried out once.
 */
export class Asking {
  #contact: Contact = 'there';
  #grace: ReturnType<typeof setTimeout> | undefined;
  /** Called when contact is there again or gone. */
  readonly #settled = new Set<() => void>();
  /** Called when an answer is not to be expected any more. */
  readonly #waiting = new Set<() => void>();
  readonly #unanswered = new Map<string, { id: string; until: Duration }>();
  readonly #elapsed: () => Duration;

  /** `elapsed` is monotonic, ms. */
  constructor(elapsed: () => Duration = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Asks; rejects with `desk.offline` where nothing was sent, with `desk.unanswered` where no answer came. */
  async ask<T>(command: Command, ask: (id: string) => Promise<T>): Promise<T> {
    if (this.#contact === 'doubtful') {
      await new Promise<void>((resolve) => this.#settled.add(resolve));
    }
    if (this.#contact === 'gone') throw new DeskError('desk.offline');
    const key = JSON.stringify(command);
    const before = this.#unanswered.get(key);
    const id = before && this.#elapsed() < before.until ? before.id : ulid();
    try {
      const answer = await this.#answered(ask(id));
      // Whoever has gone on since means it anew.
      this.#unanswered.clear();
      return answer;
    } catch (error) {
      if (!(error instanceof DeskError && NOT_ANSWERED.has(error.code))) throw error;
      this.#unanswered.set(key, { id, until: this.#elapsed() + REMEMBERED_MS });
      throw new DeskError('desk.unanswered');
    }
  }

  /** The line is lost. */
  lost(): void {
    if (this.#contact !== 'there') return;
    this.#contact = 'doubtful';
    this.#grace = setTimeout(() => {
      this.#settle('gone');
      for (const giveUp of this.#waiting) giveUp();
    }, GRACE_MS);
  }

  /** The desk is heard again. */
  found(): void {
    if (this.#contact !== 'there') this.#settle('there');
  }

  /** After an undo, or where the floor or the stage has changed, the same is done anew when it is asked for again. */
  heard({ kind }: Commit): void {
    if (!kind.startsWith('participant.')) this.#unanswered.clear();
  }

  #settle(contact: Contact): void {
    clearTimeout(this.#grace);
    this.#contact = contact;
    for (const go of this.#settled) go();
    this.#settled.clear();
  }

  async #answered<T>(answer: Promise<T>): Promise<T> {
    let giveUp = () => {};
    const gone = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(new DeskError('desk.unanswered'));
    });
    this.#waiting.add(giveUp);
    try {
      return await Promise.race([answer, gone]);
    } finally {
      this.#waiting.delete(giveUp);
    }
  }
}

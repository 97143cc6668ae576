import type { Failure } from '../../shared/contract';

/** Whether what was asked for here is durable at the desk. */
export type Saved = 'saved' | 'saving' | 'failed';

/** What the screen says about saving; `failure` says why while it is `failed`. */
export interface SavedWord {
  saved: Saved;
  failure: Failure | undefined;
}

/**
 * Whether all is saved, from what became of the commands asked here and from what the desk says of
 * itself. Red stays until something has been saved again: a command, a try, or another screen's.
 */
export class Saving {
  #pending = 0;
  /** Why the last thing asked here was not saved. */
  #own: Failure | undefined;
  /** Why the desk says that it cannot save. */
  #desks: Failure | undefined;

  get word(): SavedWord {
    const failure = this.#own ?? this.#desks;
    if (failure) return { saved: 'failed', failure };
    return { saved: this.#pending > 0 ? 'saving' : 'saved', failure: undefined };
  }

  begin(): void {
    this.#pending += 1;
  }

  /** It is durable. */
  done(): void {
    this.#pending -= 1;
    this.#own = undefined;
    this.#desks = undefined;
  }

  /** It was refused for a reason of its own: that says nothing about saving. */
  refused(): void {
    this.#pending -= 1;
  }

  failed(failure: Failure): void {
    this.#pending -= 1;
    this.#own = failure;
  }

  /** What the desk says every second. When its trouble has passed, so has what failed here because of it. */
  told(notSaving: Failure | undefined): void {
    if (this.#desks && !notSaving && this.#own?.code.startsWith('store.')) this.#own = undefined;
    this.#desks = notSaving;
  }

  /** The desk is heard again after it was out of reach. */
  reached(): void {
    const unheard = this.#own?.code === 'desk.offline' || this.#own?.code === 'desk.unanswered';
    if (unheard) this.#own = undefined;
  }
}

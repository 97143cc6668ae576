import { ulid } from 'ulid';
import type { Desk } from '../../shared/contract';

/** What is typed is told to the desk once nothing was typed for so long, ms. */
const PAUSE_MS = 250;

const PAGE = 'nuija.page';

/** This window's or tab's own id: it outlives the page, also one that crashed, and says nothing of anybody. */
function pageId(): string {
  const known = window.sessionStorage.getItem(PAGE);
  if (known) return known;
  const made = ulid();
  window.sessionStorage.setItem(PAGE, made);
  return made;
}

/** What stands in the fields of one event's screens and was not sent yet; the desk keeps it for this page. */
export class Drafts {
  readonly #asked: { event: string; page: string };
  readonly #desk: Desk;
  #kept: Record<string, string> = {};
  readonly #changed = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk, event: string, page = pageId()) {
    this.#desk = desk;
    this.#asked = { event, page };
  }

  /** Asks what this page had before it was loaded again. Never rejects: without an answer fields are empty. */
  async load(): Promise<this> {
    try {
      this.#kept = (await this.#desk.ask('draft.read', this.#asked)).drafts;
    } catch {
      // The event's own screen says why the desk does not answer.
      this.#kept = {};
    }
    return this;
  }

  get(field: string): string | undefined {
    return this.#changed.get(field) ?? this.#kept[field];
  }

  /** '' forgets the field. */
  keep(field: string, text: string): void {
    if ((this.get(field) ?? '') === text) return;
    this.#changed.set(field, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), PAUSE_MS);
  }

  #tell(): void {
    for (const [field, text] of this.#changed) {
      this.#kept = { ...this.#kept, [field]: text };
      // What cannot be kept now stays in its field all the same.
      this.#desk.ask('draft.keep', { ...this.#asked, field, text }).catch(() => {});
    }
    this.#changed.clear();
  }
}

import { z } from 'zod';
import type { Ask } from '../../../shared/commands/command';
import type { Outcome } from '../../../shared/contract';
import { answersSchema } from '../../../shared/model/feedback';
import type { Answers } from '../../../shared/model/feedback';

const sheetSchema = z.object({ id: z.ulid(), answers: answersSchema });
type Sheet = z.infer<typeof sheetSchema>;
type Refused = Extract<Outcome, { ok: false }>;

interface Surroundings {
  /** Where sheets wait; the tab's own, so that they outlive a reload and not the tab. */
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  event: string;
  /** Rejects when the desk cannot be asked. */
  give(ask: Ask): Promise<Outcome>;
  newId(): string;
}

/**
 * Answer sheets on their way to the desk. Each waits until the desk has said that it is saved, and is sent
 * again under the same id, so that a lost answer does not count it twice. An answer to a question that was
 * taken away meanwhile is left out; a sheet that is refused for another reason is told and not sent again.
 */
export class Outbox {
  readonly #around: Surroundings;
  readonly #key: string;
  #refused: Refused | undefined;
  #sending: Promise<void> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#key = `nuija.kiosk.${around.event}`;
  }

  /** How many are not saved yet. */
  get waiting(): number {
    return this.#sheets.length;
  }

  /** Why the desk did not take the last sheet that it refused. */
  get refused(): Refused | undefined {
    return this.#refused;
  }

  put(answers: Answers): void {
    this.#keep([...this.#sheets, { id: this.#around.newId(), answers }]);
  }

  /** Sends what waits, one sheet after the other, until the desk does not answer. Never rejects. */
  async send(): Promise<void> {
    // One that was put while others are on their way goes after them.
    while (this.#sending) await this.#sending;
    this.#sending = this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const [first] = this.#sheets;
      if (!first) return;
      const { id, answers } = first;
      let outcome: Outcome;
      try {
        outcome = await this.#around.give({
          id,
          command: { type: 'feedback.give', answers, source: 'kiosk' },
        });
      } catch {
        // The desk cannot be reached or cannot save: the sheet waits, and `waiting` says so.
        return;
      }
      const [, ...rest] = this.#sheets;
      const shorter = outcome.ok ? undefined : withoutQuestion(answers, outcome);
      if (shorter) this.#keep([{ id: this.#around.newId(), answers: shorter }, ...rest]);
      else {
        if (!outcome.ok && outcome.code !== 'feedback.empty') this.#refused = outcome;
        this.#keep(rest);
      }
    }
  }

  get #sheets(): Sheet[] {
    const kept = this.#around.store.getItem(this.#key);
    return kept === null ? [] : z.array(sheetSchema).parse(JSON.parse(kept));
  }

  #keep(sheets: readonly Sheet[]): void {
    if (sheets.length === 0) this.#around.store.removeItem(this.#key);
    else this.#around.store.setItem(this.#key, JSON.stringify(sheets));
  }
}

/** The answers without the one that is refused; undefined where the refusal is about none of them. */
function withoutQuestion(answers: Answers, { code, params }: Refused): Answers | undefined {
  if (code !== 'feedback.unknownQuestion' && code !== 'feedback.badAnswer') return undefined;
  const { [String(params['question'])]: refused, ...others } = answers;
  return refused === undefined ? undefined : others;
}

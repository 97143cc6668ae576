import type { AnswerOf, AskOf } from '../../shared/contract';

/** Pages whose drafts are kept; of more than these, those that were quiet longest are forgotten. */
const PAGES = 50;

/** Fields of one page. */
const FIELDS = 60;

/**
 * What people are typing and have not sent: a page that crashed or was loaded again finds it here. Kept in
 * memory alone, never on a disk: it is about people, and may be about an event that has a passphrase.
 */
export class PageDrafts {
  private readonly pages = new Map<string, { event: string; drafts: Map<string, string> }>();

  /** Keeps what stands in a field; '' forgets it. */
  keep({ page, event, field, text }: AskOf<'draft.keep'>): void {
    const key = `${event} ${page}`;
    const { drafts } = this.pages.get(key) ?? { drafts: new Map<string, string>() };
    this.pages.delete(key);
    if (text === '') drafts.delete(field);
    else if (drafts.has(field) || drafts.size < FIELDS) drafts.set(field, text);
    if (drafts.size > 0) this.pages.set(key, { event, drafts });
    const [oldest] = this.pages.keys();
    if (this.pages.size > PAGES && oldest !== undefined) this.pages.delete(oldest);
  }

  /** What a page had in its fields. */
  read({ page, event }: AskOf<'draft.read'>): AnswerOf<'draft.read'> {
    const { drafts } = this.pages.get(`${event} ${page}`) ?? { drafts: [] };
    return { drafts: Object.fromEntries(drafts) };
  }

  /** Forgets what was typed about an event: it is erased, or nobody may read it now. */
  forget(event: string): void {
    for (const [key, one] of this.pages) if (one.event === event) this.pages.delete(key);
  }
}

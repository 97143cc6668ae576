import type { TallyCommit } from '../tally';

/** A commit that somebody asked for, and what became of it. */
export interface Asked {
  readonly commit: TallyCommit;
  /** The one it was decided on; null for the first. */
  readonly behind: Asked | null;
  /**
   * `open` no answer yet · `saved` acknowledged · `refused` an error was answered, and it must never be seen
   * again · `doubtful` an error was answered, but the journal could not be put back: it must not be seen
   * again once the journal was written afresh, or once an opening did not show it.
   */
  fate: 'open' | 'saved' | 'refused' | 'doubtful';
}

/** Numbers of facts, both ends included. */
interface FactRange {
  from: number;
  to: number;
}

/** What was promised to whoever asked, against which every opening is held. */
export class Ledger {
  readonly #asked = new Map<string, Asked>();
  /** What has to be there, in this order. */
  saved: Asked[] = [];

  ask(lengths: readonly number[], behind: Asked | null): Asked {
    const number = this.#asked.size + 1;
    const facts = lengths.map((length, at) => `${number}.${at} ö`.padEnd(length, '.'));
    const seq = behind ? behind.commit.seq + behind.commit.facts.length : 1;
    const commit = { seq, cmd: `cmd-${number}`, kind: 'say', facts };
    const asked: Asked = { commit, behind, fate: 'open' };
    this.#asked.set(facts[0] ?? '', asked);
    return asked;
  }

  save(asked: Asked): void {
    const last = this.saved.at(-1) ?? null;
    if (asked.behind !== last) throw new Error(`${asked.commit.cmd} was answered out of order`);
    asked.fate = 'saved';
    this.saved.push(asked);
  }

  /** The journal was written afresh: what was refused is surely gone. */
  settle(): void {
    for (const asked of this.#asked.values()) if (asked.fate === 'doubtful') asked.fate = 'refused';
  }

  /** All facts that have to be there when the last `back` commits are left out. */
  words(back = 0): string[] {
    const kept = back > 0 ? this.saved.slice(0, -back) : this.saved;
    return kept.flatMap(({ commit }) => commit.facts);
  }

  /**
   * Takes over what an opening showed. Throws when that is no run of commits that were asked, each behind the
   * one it was decided on, or when something acknowledged is missing or something refused is there.
   */
  opened(words: readonly string[]): void {
    const found = this.#runOf(words);
    const missing = this.saved.findIndex((asked, at) => found[at] !== asked);
    if (missing !== -1) {
      const lost = this.saved[missing]?.commit.cmd;
      throw new Error(
        `acknowledged and not recovered: ${lost}, ${missing + 1} of ${this.saved.length}`,
      );
    }
    const again = found.find(({ fate }) => fate === 'refused');
    if (again) throw new Error(`refused and yet recovered: ${again.commit.cmd}`);
    for (const asked of this.#asked.values()) asked.fate = 'refused';
    for (const asked of found) asked.fate = 'saved';
    this.saved = found;
  }

  /**
   * Compares what an opening showed after damage. Throws when something is there that was not acknowledged, or
   * out of order, or not whole, or when a commit is missing that the opening did not name: its facts among
   * `lost`, or, with `cutOff`, at the very end.
   */
  survived(words: readonly string[], lost: readonly FactRange[], cutOff: boolean): void {
    let at = 0;
    for (const [place, { commit }] of this.saved.entries()) {
      const { seq, facts, cmd } = commit;
      if (facts.every((fact, offset) => words[at + offset] === fact)) {
        at += facts.length;
        continue;
      }
      const last = seq + facts.length - 1;
      const named = lost.some(({ from, to }) => from <= seq && last <= to);
      const atEnd = cutOff && at === words.length;
      if (!named && !atEnd) {
        throw new Error(
          `not whole, and not named as lost: ${cmd}, ${place + 1} of ${this.saved.length}`,
        );
      }
    }
    if (at !== words.length) throw new Error(`fact ${at + 1} is not one that was saved`);
  }

  #runOf(words: readonly string[]): Asked[] {
    const found: Asked[] = [];
    for (let at = 0; at < words.length;) {
      const asked = this.#asked.get(words[at] ?? '');
      if (!asked) throw new Error(`fact ${at + 1} was never asked: ${words[at]?.slice(0, 40)}`);
      const { commit, behind } = asked;
      if (commit.seq !== at + 1 || behind !== (found.at(-1) ?? null)) {
        throw new Error(
          `${commit.cmd} stands at fact ${at + 1}, behind ${found.at(-1)?.commit.cmd}`,
        );
      }
      if (commit.facts.some((fact, offset) => words[at + offset] !== fact)) {
        throw new Error(`${commit.cmd} is not whole`);
      }
      found.push(asked);
      at += commit.facts.length;
    }
    return found;
  }
}

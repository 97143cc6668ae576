/** A word and who has it: each posting is a slot and a set of fields in one number, see `posting`. */
export interface Entry {
  readonly word: string;
  readonly postings: number[];
}

const fieldWidth = 8;

/** Packs a slot and a set of fields (below 256) into one small integer. */
export function posting(slot: number, fields: number): number {
  return (slot << fieldWidth) | fields;
}

export function slotOf(packed: number): number {
  return packed >>> fieldWidth;
}

export function fieldsOf(packed: number): number {
  return packed & ((1 << fieldWidth) - 1);
}

/** Up to so many new words are moved into place one by one; more are sorted in together. */
const fewWords = 32;

const openingLength = 4;

function byWord(a: Entry, b: Entry): number {
  return a.word < b.word ? -1 : 1;
}

function widened(entry: Entry, slot: number, fields: number): boolean {
  const last = entry.postings.length - 1;
  const packed = entry.postings[last];
  if (packed === undefined || slotOf(packed) !== slot) return false;
  entry.postings[last] = packed | fields;
  return true;
}

/** The distinct words of all people in order, so that those with a common beginning lie side by side. */
export class Dictionary {
  readonly #byWord = new Map<string, Entry>();
  readonly #sorted: Entry[] = [];
  readonly #letters = new Set<string>();
  #fresh: Entry[] = [];

  /** Notes that the person in a slot has a word in these fields; fields noted before, just now, are kept. */
  add(word: string, slot: number, fields: number): void {
    const entry = this.#byWord.get(word);
    if (entry) {
      if (!widened(entry, slot, fields)) entry.postings.push(posting(slot, fields));
      return;
    }
    const created = { word, postings: [posting(slot, fields)] };
    this.#byWord.set(word, created);
    this.#fresh.push(created);
    for (let at = 0; at < Math.min(word.length, openingLength); at++)
      this.#letters.add(word.charAt(at));
  }

  /** The same only where this person was the last of whom the word was noted; tells whether it was so. */
  widen(word: string, slot: number, fields: number): boolean {
    const entry = this.#byWord.get(word);
    return entry !== undefined && widened(entry, slot, fields);
  }

  remove(word: string, packed: number): void {
    const entry = this.#byWord.get(word);
    const at = entry?.postings.indexOf(packed) ?? -1;
    if (!entry || at < 0) return;
    const last = entry.postings.pop();
    if (last !== undefined && at < entry.postings.length) entry.postings[at] = last;
    if (entry.postings.length > 0) return;
    this.#settle();
    this.#byWord.delete(word);
    this.#sorted.splice(this.#lowerBound(word), 1);
  }

  get(word: string): Entry | undefined {
    return this.#byWord.get(word);
  }

  /** Every letter that has ever stood among the first four of a word. */
  get openingLetters(): ReadonlySet<string> {
    return this.#letters;
  }

  /** All entries in the order of their words (UTF-16 code units). */
  entries(): readonly Entry[] {
    this.#settle();
    return this.#sorted;
  }

  /** The entries whose words begin with a token: from the first place up to, not including, the second. */
  range(token: string): readonly [number, number] {
    this.#settle();
    const from = this.#lowerBound(token);
    return [from, this.#firstAfter(token, from)];
  }

  #firstAfter(token: string, from: number): number {
    let low = from;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]?.word.startsWith(token)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#sorted[middle];
      if (entry && entry.word < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #settle(): void {
    if (this.#fresh.length === 0) return;
    const fresh = this.#fresh;
    this.#fresh = [];
    if (fresh.length <= fewWords) {
      for (const entry of fresh) this.#sorted.splice(this.#lowerBound(entry.word), 0, entry);
      return;
    }
    for (const entry of fresh) this.#sorted.push(entry);
    this.#sorted.sort(byWord);
  }
}

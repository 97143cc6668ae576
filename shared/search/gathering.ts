import { fieldsOf, slotOf } from './dictionary';
import { scoreOf } from './weight';
import type { Reading } from './reading';

/**
 * Gathers the people who have all tokens of a reading, in arrays by slot that are allocated once and never
 * cleared: a stamp tells whether what stands in a slot belongs to now.
 */
export class Gathering {
  #stamp = 0;
  #reached = new Uint32Array(0);
  #latest = new Int32Array(0);
  #sum = new Int32Array(0);
  #here = new Uint32Array(0);
  #hereCount = 0;

  #query = 0;
  #foundIn = new Uint32Array(0);
  #score = new Float64Array(0);
  #reading = new Uint16Array(0);
  #found = new Uint32Array(0);

  /** How many people were found since `begin`. */
  count = 0;

  /** Starts a new query over so many slots. */
  begin(slots: number): void {
    this.#query++;
    this.count = 0;
    if (slots > this.#reached.length) this.#grow(slots * 2);
  }

  /** The next token of a reading; only who had all tokens before it can still be reached. */
  nextToken(): void {
    this.#stamp++;
    this.#hereCount = 0;
  }

  /** How many people have the current token and all before it. */
  get reached(): number {
    return this.#hereCount;
  }

  /** Counts those who have a word of the current token; of several words the heaviest stands. */
  take(postings: readonly number[], weightOf: Int32Array, isFirst: boolean): void {
    const stamp = this.#stamp;
    const reached = this.#reached;
    const latest = this.#latest;
    const sum = this.#sum;
    for (const packed of postings) {
      const slot = slotOf(packed);
      const weight = weightOf[fieldsOf(packed)] ?? 0;
      if (reached[slot] === stamp) {
        const before = latest[slot] ?? 0;
        if (weight > before) {
          sum[slot] = (sum[slot] ?? 0) + weight - before;
          latest[slot] = weight;
        }
      } else if (isFirst || reached[slot] === stamp - 1) {
        reached[slot] = stamp;
        latest[slot] = weight;
        sum[slot] = isFirst ? weight : (sum[slot] ?? 0) + weight;
        this.#here[this.#hereCount++] = slot;
      }
    }
  }

  /** Takes those who have every token of a reading over into the found, with the better score if found before. */
  keep(reading: Reading, number: number): void {
    for (let index = 0; index < this.#hereCount; index++) {
      const slot = this.#here[index] ?? 0;
      const score = scoreOf(this.#sum[slot] ?? 0, reading);
      if (this.#foundIn[slot] !== this.#query) {
        this.#foundIn[slot] = this.#query;
        this.#found[this.count++] = slot;
      } else if (score <= this.scoreAt(slot)) continue;
      this.#score[slot] = score;
      this.#reading[slot] = number;
    }
  }

  /** All who were found and their scores, to be kept. */
  all(): { slots: Uint32Array; scores: Float64Array } {
    const slots = this.#found.slice(0, this.count);
    return { slots, scores: Float64Array.from(slots, (slot) => this.#score[slot] ?? 0) };
  }

  found(index: number): number {
    return this.#found[index] ?? 0;
  }

  scoreAt(slot: number): number {
    return this.#score[slot] ?? 0;
  }

  /** The number of the reading in which this person scored best. */
  readingAt(slot: number): number {
    return this.#reading[slot] ?? 0;
  }

  #grow(size: number): void {
    this.#stamp = 0;
    this.#query = 1;
    this.#reached = new Uint32Array(size);
    this.#latest = new Int32Array(size);
    this.#sum = new Int32Array(size);
    this.#here = new Uint32Array(size);
    this.#foundIn = new Uint32Array(size);
    this.#score = new Float64Array(size);
    this.#reading = new Uint16Array(size);
    this.#found = new Uint32Array(size);
  }
}

import { fold } from './fold';
import type { SearchRecord } from './record';

const lettersInKey = 10;
const base = 32;

/** End, space, other signs and digits, a to z, all beyond: in the order of their code units. */
const end = 0;
const space = 1;
const sign = 2;
const letterA = 3;
const beyond = base - 1;

function digitOf(letter: string | undefined): number {
  if (letter === undefined) return end;
  if (letter === ' ') return space;
  if (letter < 'a') return sign;
  return letter > 'z' ? beyond : letterA + letter.charCodeAt(0) - 'a'.charCodeAt(0);
}

/**
 * The beginning of a folded name as a number that never contradicts its alphabetical order: five bits a letter,
 * ten letters (50 bits are exact in a double), nothing after the first sign that shares its digit with others. It
 * saves comparing strings for nearly every pair of people.
 */
function alphabeticalKey(name: string): number {
  let key = 0;
  let open = true;
  for (let at = 0; at < lettersInKey; at++) {
    const digit = open ? digitOf(name[at]) : end;
    if (digit === sign || digit === beyond) open = false;
    key = key * base + digit;
  }
  return key;
}

/** Added to the key of those who are here: they come after all who are still expected. */
const here = base ** lettersInKey;

/** The people in numbered slots, with what their order needs kept beside them. A slot given up is used again. */
export class Roster {
  readonly #slotById = new Map<string, number>();
  readonly #records: Array<SearchRecord | undefined> = [];
  readonly #names: string[] = [];
  /** What orders nearly every pair: who is still expected first, then by the beginning of the name. */
  #keys = new Float64Array(0);
  readonly #free: number[] = [];

  /** How many slots there are, free ones included. */
  get size(): number {
    return this.#records.length;
  }

  slotOf(id: string): number | undefined {
    return this.#slotById.get(id);
  }

  at(slot: number): SearchRecord | undefined {
    return this.#records[slot];
  }

  /** Takes a person in, or replaces the record of one who is in, and answers with the slot. */
  set(record: SearchRecord): number {
    const slot = this.#slotById.get(record.id) ?? this.#free.pop() ?? this.#records.length;
    const name = fold(`${record.lastName} ${record.firstName}`);
    this.#slotById.set(record.id, slot);
    this.#records[slot] = record;
    this.#names[slot] = name;
    if (slot >= this.#keys.length) this.#grow(2 * slot + 16);
    this.#keys[slot] = keyOf(record, name);
    return slot;
  }

  /** Replaces a record whose searchable text is the same. */
  refresh(slot: number, record: SearchRecord): void {
    this.#records[slot] = record;
    this.#keys[slot] = keyOf(record, this.#names[slot] ?? '');
  }

  delete(id: string): void {
    const slot = this.#slotById.get(id);
    if (slot === undefined) return;
    this.#slotById.delete(id);
    this.#records[slot] = undefined;
    this.#free.push(slot);
  }

  /** Below zero where `a` comes before `b` among equals: not yet present, then last and first name, then id. */
  order(a: number, b: number): number {
    const keys = (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0);
    if (keys !== 0) return keys;
    const one = this.#records[a];
    const other = this.#records[b];
    if (!one || !other) return a - b;
    const name = this.#names[a] ?? '';
    const otherName = this.#names[b] ?? '';
    if (name !== otherName) return name < otherName ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  }

  #grow(size: number): void {
    const keys = new Float64Array(size);
    keys.set(this.#keys);
    this.#keys = keys;
  }
}

function keyOf({ present }: SearchRecord, name: string): number {
  return alphabeticalKey(name) + (present ? here : 0);
}

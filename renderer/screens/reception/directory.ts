import { isCode, readCode } from '../../../shared/model/code';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Table } from '../../../shared/model/table';
import { createSearchIndex } from '../../../shared/search';
import type { SearchIndex, SearchRecord } from '../../../shared/search';

/** So many new names at once are faster put in order all together than one by one. */
const ONE_BY_ONE = 50;

/** How many of those found are listed at most: more than anybody reads with a queue in front of them. */
export const FOUND_LIMIT = 100;

const byName = new Intl.Collator('fi', { sensitivity: 'base' });

/**
 * The people of an event as the reception needs them: searchable at every keystroke and in the order
 * of their names. It is brought up to date by what differs, so a check-in among 10,000 costs next to
 * nothing; the order is made anew only when a name has changed. The list is there at once; the search
 * is prepared in slices (`prepare`) while nobody types, and finished by the first who does.
 */
export class Directory {
  #index: SearchIndex = createSearchIndex([]);
  /** Ids of those who are still to be made searchable. */
  #unread: string[] = [];
  #ordered: readonly Participant[] = [];
  #ids: readonly string[] = [];
  #source: Table<Participant> = Table.empty();
  #names = 0;
  /** Where each person stands in the order, by id. */
  #places = new Map<string, number>();

  /** Brings the directory up to the table's people; asked again with the same table it does nothing. */
  follow(table: Table<Participant>): this {
    const older = this.#source;
    if (older === table) return this;
    this.#source = table;
    if (older.size === 0) this.#begin(table);
    else this.#update(table, older);
    return this;
  }

  /** Makes so many more people searchable and answers whether there are more: for moments when nothing else is due. */
  prepare(people: number): boolean {
    for (const id of this.#unread.splice(-people)) {
      const person = this.#source.get(id);
      if (person) this.#index.put(recordOf(person));
    }
    if (this.#unread.length === 0) this.#index.settle();
    return this.#unread.length > 0;
  }

  /** Grows whenever somebody comes, goes or is renamed; the order of `all` is then a new one. */
  get names(): number {
    return this.#names;
  }

  get(id: string): Participant | undefined {
    return this.#source.get(id);
  }

  /** The code that has been typed or scanned as a whole, or undefined when it is something else. */
  codeOf(typed: string, codes: { has(code: string): boolean }): string | undefined {
    const code = readCode(typed);
    return codes.has(code) || isCode(code) ? code : undefined;
  }

  /** Everyone by last name, then first name. */
  all(): readonly Participant[] {
    return this.#ordered;
  }

  /** Their ids in the same order: the same list for as long as nobody comes, goes or is renamed. */
  ids(): readonly string[] {
    return this.#ids;
  }

  /** Those found for what has been typed, the best first. */
  find(query: string, limit = FOUND_LIMIT): Participant[] {
    this.prepare(this.#unread.length);
    return this.#index.find(query, limit).flatMap(({ id }) => this.#source.get(id) ?? []);
  }

  /** Those who may be this person a second time: some word of the name or the e-mail is the same. */
  near(person: Participant): Participant[] {
    const { email } = person;
    return [fullName(person), email].flatMap((text) => (text.trim() ? this.find(text) : []));
  }

  #begin(table: Table<Participant>): void {
    this.#index = createSearchIndex([]);
    this.#unread = [...table.keys()];
    this.#order();
  }

  #update(table: Table<Participant>, older: Table<Participant>): void {
    const { put, removed } = table.changedSince(older);
    const renamed: Participant[] = [];
    for (const id of removed) this.#index.remove(id);
    for (const person of put) {
      const known = older.get(person.id);
      if (!known || sortKey(known) !== sortKey(person)) renamed.push(person);
      this.#index.put(recordOf(person));
    }
    if (renamed.length > ONE_BY_ONE) return this.#order();
    if (put.length > 0) this.#ordered = this.#inPlace(put);
    if (renamed.length > 0 || removed.length > 0) this.#reorder(renamed, removed);
  }

  /** The same order with the newer records in it. */
  #inPlace(put: readonly Participant[]): Participant[] {
    const ordered = [...this.#ordered];
    for (const person of put) {
      const place = this.#places.get(person.id);
      if (place !== undefined) ordered[place] = person;
    }
    return ordered;
  }

  /** Takes some out of the order and puts those who have another name where they belong now. */
  #reorder(renamed: readonly Participant[], removed: readonly string[]): void {
    const gone = new Set([...removed, ...renamed.map(({ id }) => id)]);
    const ordered = this.#ordered.filter(({ id }) => !gone.has(id));
    for (const person of renamed) ordered.splice(placeOf(person, ordered), 0, person);
    this.#stand(ordered);
  }

  #order(): void {
    const keyed = Array.from(this.#source, (person) => ({ person, key: sortKey(person) }));
    keyed.sort((a, b) => byName.compare(a.key, b.key));
    this.#stand(keyed.map(({ person }) => person));
  }

  #stand(ordered: readonly Participant[]): void {
    this.#names += 1;
    this.#ordered = ordered;
    this.#ids = ordered.map(({ id }) => id);
    this.#places = new Map(this.#ids.map((id, place) => [id, place]));
  }
}

/** Where somebody belongs among people who are in order: behind all of the same name. */
function placeOf(person: Participant, ordered: readonly Participant[]): number {
  const key = sortKey(person);
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = ordered[middle];
    if (one && byName.compare(sortKey(one), key) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** "Last First", as lists are ordered; an organisation without a person by its own name. */
function sortKey(person: Participant): string {
  return `${person.lastName} ${person.firstName}`.trim() || fullName(person);
}

function recordOf(person: Participant): SearchRecord {
  const { id, firstName, lastName, organisation, email, title, phone, code, status } = person;
  const present = status === 'present';
  return { id, firstName, lastName, organisation, email, title, phone, code, present };
}

import { isCode, readCode } from '../../../shared/model/code';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { Table } from '../../../shared/model/table';
import { createSearchIndex } from '../../../shared/search';
import type { SearchIndex, SearchRecord } from '../../../shared/search';

/** How many of those found are listed at most: more than anybody reads with a queue in front of them. */
export const FOUND_LIMIT = 100;

const byName = new Intl.Collator('fi', { sensitivity: 'base' });

/**
 * The people of an event as the reception needs them: searchable at every keystroke and in the order
 * of their names. It is brought up to date by what differs, so a check-in among 10,000 costs next to
 * nothing; the order is made anew only when a name has changed.
 */
export class Directory {
  #people = new Map<string, Participant>();
  #index: SearchIndex = createSearchIndex([]);
  #ordered: readonly Participant[] = [];
  #source: Table<Participant> | undefined;
  #names = 0;
  /** Where each person stands in the order, by id. */
  #places = new Map<string, number>();

  /** Brings the directory up to the table's people; asked again with the same table it does nothing. */
  follow(table: Table<Participant>): this {
    const older = this.#source;
    if (older === table) return this;
    this.#source = table;
    if (!older || this.#people.size === 0) this.#begin(table);
    else this.#update(table, older);
    return this;
  }

  /** Grows whenever somebody comes, goes or is renamed; the order of `all` is then a new one. */
  get names(): number {
    return this.#names;
  }

  get(id: string): Participant | undefined {
    return this.#people.get(id);
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

  /** Those found for what has been typed, the best first. */
  find(query: string, limit = FOUND_LIMIT): Participant[] {
    return this.#index.find(query, limit).flatMap(({ id }) => this.#people.get(id) ?? []);
  }

  #begin(table: Table<Participant>): void {
    for (const person of table) this.#people.set(person.id, person);
    this.#index = createSearchIndex(Array.from(this.#people.values(), recordOf));
    this.#order();
  }

  #update(table: Table<Participant>, older: Table<Participant>): void {
    const { put, removed } = table.changedSince(older);
    let renamed = removed.length > 0;
    for (const id of removed) {
      this.#people.delete(id);
      this.#index.remove(id);
    }
    for (const person of put) {
      const known = this.#people.get(person.id);
      renamed ||= !known || sortKey(known) !== sortKey(person);
      this.#people.set(person.id, person);
      this.#index.put(recordOf(person));
    }
    if (renamed) this.#order();
    else if (put.length > 0) this.#ordered = this.#inPlace(put);
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

  #order(): void {
    this.#names += 1;
    const keyed = Array.from(this.#people.values(), (person) => ({ person, key: sortKey(person) }));
    keyed.sort((a, b) => byName.compare(a.key, b.key));
    this.#ordered = keyed.map(({ person }) => person);
    this.#places = new Map(this.#ordered.map(({ id }, place) => [id, place]));
  }
}

/** "Last First", as lists are ordered; an organisation without a person by its own name. */
function sortKey(person: Participant): string {
  return `${person.lastName} ${person.firstName}`.trim() || fullName(person);
}

function recordOf(person: Participant): SearchRecord {
  const { id, firstName, lastName, organisation, email, title, code, status } = person;
  const present = status === 'present';
  return { id, firstName, lastName, organisation, email, title, code, present };
}

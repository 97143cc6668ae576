import { firstOf } from './best';
import { Dictionary, posting } from './dictionary';
import { compounds } from './fold';
import { Gathering } from './gathering';
import { matchesOf, shortestEdited, shortestEditedPrefix, slip } from './match';
import { meantWords, openings } from './opening';
import { readings, readingsWithSlips } from './reading';
import { sameText } from './record';
import { Roster } from './roster';
import { fieldBit, termsOf } from './terms';
import { weights } from './weight';
import type { Match } from './match';
import type { Reading } from './reading';
import type { SearchRecord } from './record';

export type { Match } from './match';
export type { SearchField, SearchRecord } from './record';

/** A person who was found. */
export interface Hit {
  id: string;
  /** Higher is better, among the hits of one query only; every edit costs 100, more than any place is worth. */
  score: number;
  /** `exact`: every token is a whole word; `prefix`: one at least only begins a word; `typo`: an edit was needed. */
  quality: Match['quality'];
  /** What answered to each token, so that a screen can show why this person is in the list. */
  matches: Match[];
}

/** The participants of an event, searchable while one types. */
export interface SearchIndex {
  /** Takes a person in or replaces one of the same id; costs next to nothing where only `present` changes. */
  put(record: SearchRecord): void;
  /** Takes a person out; an unknown id changes nothing. */
  remove(id: string): void;
  /**
   * The best `limit` people for a query, best first. Each of its words must begin a word of the person, in any order
   * and in any field. Only where nobody is found so, one slip per word, or one space out of place, is forgiven
   * (never in a code: a mistyped code must not let somebody else in). A query without a letter or digit finds nobody.
   */
  find(query: string, limit: number): Hit[];
}

const nameBits = fieldBit.lastName | fieldBit.firstName;

class ParticipantIndex implements SearchIndex {
  readonly #roster = new Roster();
  readonly #names = new Dictionary();
  readonly #codes = new Dictionary();
  readonly #others = new Dictionary();
  readonly #gathering = new Gathering();

  put(record: SearchRecord, apart = compounds): void {
    const slot = this.#roster.slotOf(record.id);
    const known = slot === undefined ? undefined : this.#roster.at(slot);
    if (slot !== undefined && known) {
      if (sameText(known, record)) {
        this.#roster.refresh(slot, { ...record });
        return;
      }
      this.#unlist(slot, known);
    }
    this.#list(this.#roster.set({ ...record }), record, apart);
  }

  remove(id: string): void {
    const slot = this.#roster.slotOf(id);
    const known = slot === undefined ? undefined : this.#roster.at(slot);
    if (slot === undefined || !known) return;
    this.#unlist(slot, known);
    this.#roster.delete(id);
  }

  find(query: string, limit: number): Hit[] {
    const gathering = this.#gathering;
    gathering.begin(this.#roster.size);
    let tried = readings(query);
    const enough = tried.length === 1 && tried[0]?.tokens.length === 1 ? limit : Infinity;
    tried.forEach((reading, number) => this.#gather(reading, number, false, enough));
    if (gathering.count === 0) {
      tried = readingsWithSlips(query, (word) => this.#knows(word));
      tried.forEach((reading, number) => this.#gather(reading, number, reading.moved === 0));
    }
    const slots = firstOf(
      gathering.count,
      (index) => gathering.found(index),
      limit,
      (a, b) => gathering.scoreAt(b) - gathering.scoreAt(a) || this.#roster.order(a, b),
    );
    return slots.flatMap((slot) => this.#hit(slot, tried[gathering.readingAt(slot)]));
  }

  /** Builds what is otherwise built at the first query. */
  settle(): this {
    for (const dictionary of [this.#names, this.#codes, this.#others]) dictionary.entries();
    return this;
  }

  /**
   * Gathers who has all tokens, the longest and so the rarest first. Any place in a name outweighs all in other
   * fields but a full code: once `enough` are found by name, the other fields need not be looked into. That holds
   * for one token only, since several are weighed together.
   */
  #gather(reading: Reading, number: number, withSlips: boolean, enough = Infinity): void {
    const gathering = this.#gathering;
    const longestFirst = [...reading.tokens].sort((a, b) => b.length - a.length);
    for (const [at, token] of longestFirst.entries()) {
      const isFirst = at === 0;
      gathering.nextToken();
      this.#takeBeginning(this.#names, token, isFirst);
      const byName = gathering.reached;
      this.#takeBeginning(this.#codes, token, isFirst);
      if (byName < enough) this.#takeBeginning(this.#others, token, isFirst);
      if (withSlips) {
        this.#takeMistyped(this.#names, token, isFirst);
        this.#takeMistyped(this.#others, token, isFirst);
      }
      if (gathering.reached === 0) return;
    }
    gathering.keep(reading, number);
  }

  #takeBeginning(dictionary: Dictionary, token: string, isFirst: boolean): void {
    const [from, to] = dictionary.range(token);
    const entries = dictionary.entries();
    for (let at = from; at < to; at++) {
      const entry = entries[at];
      if (!entry) continue;
      const meeting = entry.word.length === token.length ? 'exact' : 'prefix';
      this.#gathering.take(entry.postings, weights[meeting], isFirst);
    }
  }

  #takeMistyped(dictionary: Dictionary, token: string, isFirst: boolean): void {
    if (token.length < shortestEdited) return;
    if (token.length < shortestEditedPrefix) {
      for (const word of meantWords(token, dictionary.openingLetters)) {
        const entry = dictionary.get(word);
        if (entry) this.#gathering.take(entry.postings, weights.edited, isFirst);
      }
      return;
    }
    for (const opening of openings(token, dictionary.openingLetters)) {
      this.#takeSlips(dictionary, token, opening, isFirst);
    }
  }

  #takeSlips(dictionary: Dictionary, token: string, opening: string, isFirst: boolean): void {
    const [from, to] = dictionary.range(opening);
    const entries = dictionary.entries();
    for (let at = from; at < to; at++) {
      const entry = entries[at];
      const meeting = entry && slip(token, entry.word);
      if (meeting) this.#gathering.take(entry.postings, weights[meeting], isFirst);
    }
  }

  #knows(word: string): boolean {
    return (this.#names.get(word) ?? this.#others.get(word)) !== undefined;
  }

  #hit(slot: number, reading: Reading | undefined): Hit[] {
    const record = this.#roster.at(slot);
    if (!record || !reading) return [];
    const matches = matchesOf(record, reading.tokens);
    const has = (quality: Match['quality']): boolean =>
      matches.some((match) => match.quality === quality);
    const typo = reading.moved === 1 || has('typo');
    const quality = typo ? 'typo' : has('prefix') ? 'prefix' : 'exact';
    return [{ id: record.id, score: this.#gathering.scoreAt(slot), quality, matches }];
  }

  #list(slot: number, record: SearchRecord, apart: typeof compounds): void {
    for (const [word, fields] of termsOf(record, apart)) {
      this.#dictionaryOf(fields).add(word, posting(slot, fields));
    }
  }

  #unlist(slot: number, record: SearchRecord): void {
    for (const [word, fields] of termsOf(record)) {
      this.#dictionaryOf(fields).remove(word, posting(slot, fields));
    }
  }

  /**
   * A word in a person's name is listed among the names, whatever else it stands in; codes, as many as people, are
   * kept apart so that they need not be looked through for typos.
   */
  #dictionaryOf(fields: number): Dictionary {
    if (fields === fieldBit.code) return this.#codes;
    return (fields & nameBits) !== 0 ? this.#names : this.#others;
  }
}

/**
 * Builds the search over the participants of an event; two records of one id are one person, the later one. Names and
 * organisations recur, so what a text falls apart into is remembered until all are in.
 */
export function createSearchIndex(records: Iterable<SearchRecord>): SearchIndex {
  const index = new ParticipantIndex();
  const known = new Map<string, string[][]>();
  const apart = (text: string): string[][] => {
    let lists = known.get(text);
    if (!lists) known.set(text, (lists = compounds(text)));
    return lists;
  };
  for (const record of records) index.put(record, apart);
  return index.settle();
}

import { firstOf } from './best';
import { Dictionary, posting } from './dictionary';
import { Gathering } from './gathering';
import { matchesOf, shortestEdited, shortestEditedPrefix, slip } from './match';
import { meantWords, openings } from './opening';
import { dialled, numberIn } from './phone';
import { readings, readingsWithSlips } from './reading';
import { sameText } from './record';
import { Roster } from './roster';
import { eachTerm, fieldBit, rememberedWordings, termsOf } from './terms';
import { weights } from './weight';
import type { Match } from './match';
import type { Reading } from './reading';
import type { SearchRecord } from './record';

export type { Match } from './match';
export type { SearchField, SearchRecord } from './record';

/** A person who was found. */
export interface Hit {
  readonly id: string;
  /** Higher is better, among the hits of one query only; every edit costs 100, more than any place is worth. */
  readonly score: number;
  /** `exact`: every token is a whole word; `prefix`: one at least only begins a word; `typo`: an edit was needed. */
  readonly quality: Match['quality'];
  /** What answered to each token, so that a screen can show why this person is in the list. */
  readonly matches: Match[];
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
   * Four or more digits are also looked for in phone numbers; those come last, with score 0.
   */
  find(query: string, limit: number): Hit[];
  /** Does what is otherwise left to the next query: after many have been put in, when nothing else is due. */
  settle(): void;
}

/** A list shows many and explains few: how somebody was met is worked out when asked for. */
function hitOf(record: SearchRecord, { tokens, moved }: Reading, score: number): Hit {
  let known: Match[] | undefined;
  return {
    id: record.id,
    score,
    get matches() {
      return (known ??= matchesOf(record, tokens));
    },
    get quality() {
      const has = (quality: Match['quality']): boolean =>
        this.matches.some((match) => match.quality === quality);
      if (moved === 1 || has('typo')) return 'typo';
      return has('prefix') ? 'prefix' : 'exact';
    },
  };
}

const nameBits = fieldBit.lastName | fieldBit.firstName;

class ParticipantIndex implements SearchIndex {
  readonly #roster = new Roster();
  readonly #names = new Dictionary();
  readonly #codes = new Dictionary();
  readonly #others = new Dictionary();
  /** Digits of the phone numbers, by id of those who have one. */
  readonly #phones = new Map<string, string>();
  readonly #gathering = new Gathering();
  readonly #wordings = rememberedWordings();
  /** Who was found for a single letter, for lists of at most `limit`. */
  readonly #byLetter = new Map<
    string,
    { limit: number; slots: Uint32Array; scores: Float64Array }
  >();

  put(record: SearchRecord): void {
    if (record.phone) this.#phones.set(record.id, dialled(record.phone));
    else this.#phones.delete(record.id);
    const slot = this.#roster.slotOf(record.id);
    const known = slot === undefined ? undefined : this.#roster.at(slot);
    if (slot !== undefined && known) {
      if (sameText(known, record)) {
        this.#roster.refresh(slot, { ...record });
        return;
      }
      this.#unlist(slot, known);
    }
    this.#list(this.#roster.set({ ...record }), record);
  }

  remove(id: string): void {
    this.#phones.delete(id);
    const slot = this.#roster.slotOf(id);
    const known = slot === undefined ? undefined : this.#roster.at(slot);
    if (slot === undefined || !known) return;
    this.#unlist(slot, known);
    this.#roster.delete(id);
  }

  find(query: string, limit: number): Hit[] {
    let tried = readings(query);
    const [only] = tried;
    if (only && tried.length === 1 && only.tokens.length === 1 && only.tokens[0]?.length === 1) {
      return this.#findLetter(only.tokens[0], only, limit);
    }
    const gathering = this.#gathering;
    gathering.begin(this.#roster.size);
    const enough = tried.length === 1 && tried[0]?.tokens.length === 1 ? limit : Infinity;
    tried.forEach((reading, number) => this.#gather(reading, number, false, enough));
    const callers = this.#callers(numberIn(query));
    if (gathering.count === 0 && callers.length === 0) {
      tried = readingsWithSlips(query, (word) => this.#knows(word));
      tried.forEach((reading, number) => this.#gather(reading, number, reading.moved === 0));
    }
    const slots = firstOf(
      gathering.count,
      (index) => gathering.found(index),
      limit,
      (a, b) => gathering.scoreAt(b) - gathering.scoreAt(a) || this.#roster.order(a, b),
    );
    const hits = slots.flatMap((slot) => this.#hit(slot, tried[gathering.readingAt(slot)]));
    if (callers.length === 0) return hits;
    const known = new Set(slots);
    const others = callers.filter((slot) => !known.has(slot));
    return [...hits, ...others.flatMap((slot) => this.#caller(slot))].slice(0, limit);
  }

  /** Those with these digits in their phone number, in the order of people. */
  #callers(number: string): number[] {
    if (number === '') return [];
    const slots: number[] = [];
    for (const [id, digits] of this.#phones) {
      if (!digits.includes(number)) continue;
      const slot = this.#roster.slotOf(id);
      if (slot !== undefined) slots.push(slot);
    }
    return slots.sort((a, b) => this.#roster.order(a, b));
  }

  #caller(slot: number): Hit[] {
    const record = this.#roster.at(slot);
    return record ? [{ id: record.id, score: 0, quality: 'prefix', matches: [] }] : [];
  }

  /**
   * Every search begins with one letter, which meets a good part of all people: who they are and how well they fit
   * stays known until somebody's words change. Who is here by now is asked anew each time.
   */
  #findLetter(letter: string, reading: Reading, limit: number): Hit[] {
    let known = this.#byLetter.get(letter);
    if (!known || limit > known.limit) {
      const gathering = this.#gathering;
      gathering.begin(this.#roster.size);
      this.#gather(reading, 0, false, limit);
      this.#byLetter.set(letter, (known = { limit, ...gathering.all() }));
    }
    const { slots, scores } = known;
    const slotAt = (place: number): number => slots[place] ?? 0;
    const scoreAt = (place: number): number => scores[place] ?? 0;
    return firstOf(
      slots.length,
      (place) => place,
      limit,
      (a, b) => scoreAt(b) - scoreAt(a) || this.#roster.order(slotAt(a), slotAt(b)),
    ).flatMap((place) => {
      const record = this.#roster.at(slotAt(place));
      return record ? hitOf(record, reading, scoreAt(place)) : [];
    });
  }

  settle(): void {
    for (const dictionary of [this.#names, this.#codes, this.#others]) dictionary.entries();
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
    return [hitOf(record, reading, this.#gathering.scoreAt(slot))];
  }

  /**
   * Names come first of the fields, so that their words are there when those of others are to be listed with them.
   */
  #list(slot: number, record: SearchRecord): void {
    this.#byLetter.clear();
    const names = this.#names;
    const note = (word: string, bits: number): void => {
      if (bits === fieldBit.code) this.#codes.add(word, slot, bits);
      else if ((bits & nameBits) !== 0) names.add(word, slot, bits);
      else if (!names.widen(word, slot, bits)) this.#others.add(word, slot, bits);
    };
    eachTerm(record, note, this.#wordings);
  }

  #unlist(slot: number, record: SearchRecord): void {
    this.#byLetter.clear();
    for (const [word, fields] of termsOf(record, this.#wordings)) {
      const code = fields & fieldBit.code;
      const rest = fields & ~fieldBit.code;
      if (code !== 0) this.#codes.remove(word, posting(slot, code));
      if (rest !== 0) this.#dictionaryOf(rest).remove(word, posting(slot, rest));
    }
  }

  /**
   * A word in a person's name is listed among the names, whatever else it stands in; codes, as many as people, are
   * kept apart: a full one outweighs any name, and they need not be looked through for typos.
   */
  #dictionaryOf(fields: number): Dictionary {
    return (fields & nameBits) !== 0 ? this.#names : this.#others;
  }
}

/** Builds the search over the participants of an event; two records of one id are one person, the later one. */
export function createSearchIndex(records: Iterable<SearchRecord>): SearchIndex {
  const index = new ParticipantIndex();
  for (const record of records) index.put(record);
  index.settle();
  return index;
}

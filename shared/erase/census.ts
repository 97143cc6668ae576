import type { Commit } from '../facts/commit';
import type { Fact } from '../facts/fact';
import type { EventState } from '../model/state';
import { ROLES } from '../model/participant';
import { fold, words } from '../search/fold';
import { Names } from './names';
import { factRules, feedbackRules, recordRules, stampRules } from './rules';
import { walkFields } from './walk';
import type { Fields, Touch } from './walk';

/** What is numbered instead of being named. */
const NUMBERED = ['organisation', 'role', 'size'] as const;
type Numbered = (typeof NUMBERED)[number];

/** Shortest surname, in letters, by which a firm's name counts as a person's. */
const TELLING_NAME = 3;

interface Person {
  first: Set<string>;
  last: Set<string>;
}

/**
 * Everything personal that an event's history has ever held: read every commit into it, in order,
 * before anything is scrubbed. Numbers are given in the order of first appearance.
 */
export class Census {
  private readonly numbers: Record<Numbered, Map<string, string>> = {
    organisation: new Map(),
    role: new Map(),
    size: new Map(),
  };
  private readonly organisations = new Map<string, string>();
  private readonly people = new Map<string, Person>();
  private readonly seated = new Map<string, Set<string>>();
  private readonly emails = new Set<string>();
  private readonly phones = new Set<string>();
  private readonly publicTexts = new Set<string>();
  private readonly texts = new Set<string>();
  /** What stands beside a name that may be a participant's: name, text. */
  private readonly beside: Array<[string, string]> = [];
  private names: Names | null = null;
  private readonly speakers = new Map<string, string>();
  private readonly hidden = new Map<string, string>();

  readCommit(commit: Commit): void {
    for (const fact of commit.facts) this.readFact(fact);
  }

  /** What a snapshot holds beyond the history: nothing, unless the journal lost its beginning. */
  readState(state: EventState): void {
    this.read(recordRules.event, state.event, '');
    for (const one of state.participants) this.read(recordRules.participant, one, one.id);
    for (const one of state.sessions) this.read(recordRules.session, one, one.id);
    for (const one of state.feedback) this.read(feedbackRules, one, '');
  }

  /** What stands for an organisation, a role or a size. */
  number(what: Numbered, value: string): string {
    if (value.trim() === '' || (what !== 'organisation' && isKnown(what, value))) return value;
    const known = this.numbers[what];
    const key = value.trim().toLowerCase();
    const number = known.get(key) ?? `${what} ${known.size + 1}`;
    known.set(key, number);
    return number;
  }

  /** A public text without participants' names: "#1" is the first of those who occur in any. */
  open(text: string): string {
    let hidden = this.hidden.get(text);
    if (hidden === undefined) {
      hidden = this.allNames().hide(text);
      this.hidden.set(text, hidden);
    }
    return hidden;
  }

  /** Whether a public text names a participant. */
  namesSomebody(text: string): boolean {
    return this.open(text) !== text;
  }

  /** The texts that must not be found anywhere afterwards: the whole names, and all else as it was stated. */
  personal(): Set<string> {
    const all = new Set([...this.texts, ...this.emails, ...this.phones]);
    for (const [organisation, number] of this.organisations) {
      if (organisation.toLowerCase() !== number) all.add(organisation);
    }
    for (const [name, text] of this.beside) if (this.namesSomebody(name)) all.add(text);
    for (const names of this.seated.values()) for (const name of names) all.add(name.trim());
    for (const { first, last } of this.people.values()) {
      for (const one of first) for (const two of last) all.add(`${one} ${two}`.trim());
    }
    all.delete('');
    return all;
  }

  private readFact(fact: Fact): void {
    this.read(stampRules, { id: fact.id, at: fact.at, desk: fact.desk }, '');
    const { type, ...body } = fact;
    const about = 'participant' in fact ? fact.participant : '';
    this.read(factRules[type], body, typeof about === 'string' ? about : '');
  }

  private read(rules: Fields, object: Fields, about: string): void {
    const touch: Touch = (leaf, value, owner) => {
      const id = typeof owner['id'] === 'string' ? owner['id'] : about;
      const seat = owner['participant'];
      if (leaf === 'headings') this.readTexts(Object.keys(Object(value)));
      else if (typeof value !== 'string') this.readTexts(value, leaf === 'answers');
      else if (leaf === 'theirs') this.beside.push([String(owner['name'] ?? ''), value.trim()]);
      else if (leaf === 'public') this.readPublic(value, typeof seat === 'string' ? seat : '');
      else this.readText(leaf, value, id);
      return value;
    };
    walkFields(rules, object, touch);
  }

  private readText(leaf: string, value: string, person: string): void {
    switch (leaf) {
      case 'firstName':
        this.person(person).first.add(value.trim());
        break;
      case 'lastName':
        this.person(person).last.add(value.trim());
        break;
      case 'email':
        this.emails.add(value.trim());
        break;
      case 'phone':
        this.phones.add(value.trim());
        break;
      case 'organisation':
        this.organisations.set(value.trim(), this.number('organisation', value));
        break;
      case 'role':
      case 'size':
        if (this.number(leaf, value) !== value) this.texts.add(value.trim());
        break;
      case 'code':
        if (value !== person) this.texts.add(value);
        break;
      case 'gone':
        this.texts.add(value.trim());
        break;
    }
  }

  /** The name of a seat that is tied to a participant is that person's, however it is written. */
  private readPublic(value: string, participant: string): void {
    this.publicTexts.add(value);
    if (participant === '') return;
    const names = this.seated.get(participant) ?? new Set();
    this.seated.set(participant, names.add(value));
  }

  private readTexts(value: unknown, keysToo = false): void {
    if (typeof value === 'string') this.texts.add(value.trim());
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (keysToo) this.texts.add(key.trim());
      this.readTexts(inner);
    }
  }

  private person(id: string): Person {
    const person = this.people.get(id) ?? { first: new Set(), last: new Set() };
    this.people.set(id, person);
    return person;
  }

  private speaker(person: string): string {
    const number = this.speakers.get(person) ?? `#${this.speakers.size + 1}`;
    this.speakers.set(person, number);
    return number;
  }

  private allNames(): Names {
    if (this.names) return this.names;
    const names = new Names();
    this.names = names;
    const surnames = new Set<string>();
    for (const [id, { first, last }] of this.people) {
      for (const one of first.size ? first : ['']) {
        for (const two of last.size ? last : ['']) names.add(() => this.speaker(id), one, two);
      }
      for (const one of last) if (one.length >= TELLING_NAME) surnames.add(fold(one));
    }
    for (const [id, seated] of this.seated)
      for (const name of seated) names.addWhole(() => this.speaker(id), name);
    for (const [organisation, number] of this.organisations) {
      const carries = words(organisation).some((word) => surnames.has(word));
      if (carries) names.addWhole(() => number, organisation);
    }
    for (const email of this.emails) names.addEmail(email);
    for (const phone of this.phones) names.addPhone(phone);
    for (const text of this.publicTexts) this.open(text);
    return names;
  }
}

const ROLE_NAMES: ReadonlySet<string> = new Set(ROLES);

/** Sizes as forms give them: a number or a range of them, or one of the usual words. */
const SIZE =
  /^(?:alle|yli|under|över|over|[<>≤≥])?\s?\d[\d\s]*(?:[-–—]\s?\d[\d\s]*|\+)?\s?(?:hlö|henkilöä|henkeä|anställda|personer|people|employees)?$/i;
const SIZE_WORDS =
  /^(?:mikro|pieni|keskisuuri|suuri|liten|små|medelstor|stor|micro|small|medium|large)(?:yritys|företag)?$/i;

function isKnown(what: Numbered, value: string): boolean {
  if (what === 'role') return ROLE_NAMES.has(value);
  return SIZE.test(value.trim()) || SIZE_WORDS.test(value.trim());
}

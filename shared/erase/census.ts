import type { Commit } from '../facts/commit';
import { asksRegion, regionOf } from '../figures/groups';
import { isKnown, NAMED_FROM, OTHERS, sameGroup } from '../figures/known';
import type { Fact } from '../facts/fact';
import type { EventState } from '../model/state';
import { fold, words } from '../search/fold';
import { Names } from './names';
import { factRules, feedbackRules, recordRules, stampRules } from './rules';
import { walkFields } from './walk';
import type { Fields, Touch } from './walk';

/** What people have in common, by which they are counted. */
type Common = 'role' | 'size' | 'region';

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
  private readonly numbers = new Map<string, string>();
  /** How many of those who are in the event have stated it, by `sameGroup`. */
  private readonly counts: Record<Common, Map<string, number>> = {
    role: new Map(),
    size: new Map(),
    region: new Map(),
  };
  /** What was stated of these, some of which is kept. */
  private readonly stated: Record<Common, Set<string>> = {
    role: new Set(),
    size: new Set(),
    region: new Set(),
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

  /**
   * The event as it is before it is scrubbed: who is in it, by which it is told what enough people have in common,
   * and what a snapshot holds beyond the history where the journal lost its beginning.
   */
  readState(state: EventState): void {
    this.read(recordRules.event, state.event, '');
    for (const one of state.participants) {
      this.read(recordRules.participant, one, one.id);
      this.count('role', one.role);
      this.count('size', one.orgSize);
      this.count('region', regionOf(one));
    }
    for (const one of state.sessions) this.read(recordRules.session, one, one.id);
    for (const one of state.feedback) this.read(feedbackRules, one, '');
  }

  /** What stands for an organisation. */
  number(organisation: string): string {
    if (organisation.trim() === '') return organisation;
    const key = organisation.trim().toLowerCase();
    const number = this.numbers.get(key) ?? `organisation ${this.numbers.size + 1}`;
    this.numbers.set(key, number);
    return number;
  }

  /**
   * A role, a size or a place as it is kept: by its name where everybody knows it or enough people of the event have
   * stated it, else among the others. The figures tell them in the same way, so that they stay as they are.
   */
  common(what: Common, value: string): string {
    const isKept =
      value.trim() === '' ||
      isKnown(what, value) ||
      (this.counts[what].get(sameGroup(value)) ?? 0) >= NAMED_FROM;
    return isKept ? value : OTHERS;
  }

  private count(what: Common, value: string): void {
    const same = sameGroup(value);
    this.counts[what].set(same, (this.counts[what].get(same) ?? 0) + 1);
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
    for (const what of ['role', 'size', 'region'] as const) {
      for (const text of this.stated[what]) {
        if (this.common(what, text) !== text) all.add(text.trim());
      }
    }
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
      else if (leaf === 'answers') this.readAnswers(value);
      else if (typeof value !== 'string') this.readTexts(value);
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
        this.organisations.set(value.trim(), this.number(value));
        break;
      case 'role':
      case 'size':
        this.stated[leaf].add(value);
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

  private readAnswers(value: unknown): void {
    for (const [heading, answer] of Object.entries(Object(value))) {
      if (asksRegion(heading) && typeof answer === 'string') this.stated.region.add(answer);
      else this.readTexts({ [heading]: answer }, true);
    }
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

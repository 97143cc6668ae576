import { words } from '../../../shared/search/fold';
import { chance } from './chance';
import * as lists from './wordlists';
import type { Chance } from './chance';

/** A made-up participant, as far as the search knows one. */
export interface Person {
  firstName: string;
  lastName: string;
  organisation: string;
  email: string;
  title: string;
  code: string;
}

const codeSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 10;

function madeUpLast(draw: Chance): string {
  const beginning = draw.pick(lists.nameBeginnings);
  const ending = draw.pick(lists.nameEndings);
  return beginning.at(-1) === ending[0] ? `${beginning}-${ending}` : beginning + ending;
}

function finnishLast(draw: Chance): string {
  const kind = draw.next();
  if (kind < 0.04) return draw.pick(lists.shortLast);
  return kind < 0.44 ? draw.pickCommon(lists.finnishLast) : madeUpLast(draw);
}

function finnish(draw: Chance): [string, string] {
  const first = draw.pickCommon(lists.finnishFirst);
  const firstName = draw.next() < 0.12 ? `${first}-${draw.pick(lists.finnishFirst)}` : first;
  const last = finnishLast(draw);
  const lastName = draw.next() < 0.06 ? `${last}-${finnishLast(draw)}` : last;
  return [firstName, lastName];
}

function nameOf(draw: Chance): [string, string] {
  const people = draw.next();
  if (people < 0.8) return finnish(draw);
  if (people < 0.92) return [draw.pick(lists.swedishFirst), draw.pickCommon(lists.swedishLast)];
  if (people < 0.94) return [draw.pick(lists.swedishFirst), draw.pick(lists.nobleLast)];
  if (people < 0.96) return [draw.pick(lists.samiFirst), draw.pick(lists.samiLast)];
  if (people < 0.98) return [draw.pick(lists.somaliFirst), draw.pick(lists.somaliLast)];
  return [draw.pick(lists.vietnameseFirst), draw.pick(lists.vietnameseLast)];
}

function organisationOf(draw: Chance): string {
  const place = draw.pick(lists.organisationBeginnings);
  const kind = draw.next();
  if (kind < 0.1) return '';
  if (kind < 0.25) return `${place} hyvinvointialue`;
  return `${place} ${draw.pick(lists.organisationMiddles)}${draw.pick(lists.organisationEndings)}`;
}

function addressOf(firstName: string, lastName: string, organisation: string): string {
  const house = words(organisation).slice(0, 2).join('') || 'posti';
  return `${words(firstName).join('-')}.${words(lastName).join('')}@${house}.example`;
}

/**
 * Makes `n` Finnish-like participants, always the same ones for a seed: four in five with Finnish names (common ones,
 * rare ones, double ones, some of two letters), the others Swedish, Sámi, Somali and Vietnamese. Codes are distinct.
 */
export function makePeople(n: number, seed: number): Person[] {
  const draw = chance(seed);
  const codes = new Set<string>();
  const people: Person[] = [];
  while (people.length < n) {
    const [firstName, lastName] = nameOf(draw);
    const organisation = organisationOf(draw);
    const email = draw.next() < 0.9 ? addressOf(firstName, lastName, organisation) : '';
    const title = draw.pick(lists.titles);
    let code = '';
    while (code === '' || codes.has(code)) {
      code = Array.from({ length: codeLength }, () => draw.pick([...codeSigns])).join('');
    }
    codes.add(code);
    people.push({ firstName, lastName, organisation, email, title, code });
  }
  return people;
}

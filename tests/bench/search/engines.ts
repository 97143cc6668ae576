import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '../../../shared/search/fold';
import { createSearchIndex } from '../../../shared/search/index';
import type { Person } from './names';

/** A search over one list of people: the places in that list of the best `limit`, best first. */
export interface Engine {
  name: string;
  /** It has no index: a query costs as much as there are people. */
  looksThroughAll?: boolean;
  find(query: string, limit: number): number[];
}

const fields = ['lastName', 'firstName', 'organisation', 'title', 'email', 'code'] as const;

export function nuija(people: readonly Person[]): Engine {
  const index = createSearchIndex(
    people.map((person, at) => ({ ...person, id: String(at), present: false })),
  );
  return {
    name: 'Nuija',
    find: (query, limit) => index.find(query, limit).map((hit) => Number(hit.id)),
  };
}

/** MiniSearch as its manual advises for search while typing, all words wanted, names weighted, and our folding. */
export function miniSearch(people: readonly Person[]): Engine {
  const engine = new MiniSearch({
    fields: [...fields],
    processTerm: (term) => fold(term),
    searchOptions: {
      prefix: true,
      fuzzy: 0.2,
      combineWith: 'AND',
      boost: { lastName: 4, firstName: 3 },
      processTerm: (term) => fold(term),
    },
  });
  engine.addAll(people.map((person, id) => ({ ...person, id })));
  return {
    name: 'MiniSearch 7',
    find: (query, limit) =>
      engine
        .search(query)
        .slice(0, limit)
        .map((hit) => Number(hit.id)),
  };
}

/** Fuse with extended search, in which every word of the query must fit, marks ignored, names weighted. */
export function fuse(people: readonly Person[]): Engine {
  const engine = new Fuse(people, {
    keys: [
      { name: 'lastName', weight: 4 },
      { name: 'firstName', weight: 3 },
      'organisation',
      'title',
      'email',
      'code',
    ],
    threshold: 0.3,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return {
    name: 'Fuse 7',
    find: (query, limit) => engine.search(query, { limit }).map((hit) => hit.refIndex),
  };
}

/** uFuzzy over one line per person, one slip per word, words in any order, ranked. */
export function microFuzzy(people: readonly Person[]): Engine {
  const engine = new uFuzzy({ intraMode: 1 });
  const lines = uFuzzy.latinize(
    people.map((person) => fields.map((field) => person[field]).join(' ')),
  );
  const anyOrder = 4;
  const rankedUpTo = 10_000;
  return {
    name: 'uFuzzy 1',
    find: (query, limit) => {
      const needle = uFuzzy.latinize([query])[0] ?? query;
      const [found, info, order] = engine.search(lines, needle, anyOrder, rankedUpTo);
      if (!found) return [];
      if (!info || !order) return found.slice(0, limit);
      return order.slice(0, limit).flatMap((at) => info.idx[at] ?? []);
    },
  };
}

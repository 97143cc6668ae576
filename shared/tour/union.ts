import { factBodySchema } from '../facts/fact';
import type { Commit } from '../facts/commit';
import type { Fact } from '../facts/fact';

/** What two histories of one event are together. */
export interface Union {
  /** Every fact of either, once, in the one order that both desks come to. */
  commits: Commit[];
  /** How many facts are in both, and in one of them alone. */
  common: number;
  here: number;
  there: number;
  /** Facts that say one thing here and another there. */
  differing: string[];
}

interface Stated {
  cmd: string;
  kind: string;
  fact: Fact;
}

/**
 * Two histories that began as one, as a set of facts: none twice, none left out. They are put in order of
 * their ULIDs, and so of time, whichever of the two is named first; the facts of one command stay together.
 * A fact that differs is taken from the history whose personal data were erased, else as it sorts first.
 */
export function unionOf(here: readonly Commit[], there: readonly Commit[]): Union {
  const [ours, theirs] = [statedIn(here), statedIn(there)];
  const all = new Map(ours);
  const differing: string[] = [];
  let common = 0;
  for (const [id, stated] of theirs) {
    const known = ours.get(id);
    if (!known) {
      all.set(id, stated);
      continue;
    }
    common += 1;
    if (isSame(known, stated)) continue;
    differing.push(id);
    all.set(id, chosen([known, isErased(here)], [stated, isErased(there)]));
  }
  return {
    commits: commitsOf([...all.values()]),
    common,
    here: ours.size - common,
    there: theirs.size - common,
    differing,
  };
}

/** Whether personal data were taken out of a history. */
export const isErased = (commits: readonly Commit[]): boolean =>
  commits.some(({ facts }) => facts.some(({ type }) => type === 'event.erased'));

/** The fact with which a history began; two of the same event share it. */
export const beginningOf = (commits: readonly Commit[]): Fact | undefined => commits[0]?.facts[0];

function statedIn(commits: readonly Commit[]): Map<string, Stated> {
  const stated = new Map<string, Stated>();
  for (const { cmd, kind, facts } of commits) {
    for (const fact of facts) if (!stated.has(fact.id)) stated.set(fact.id, { cmd, kind, fact });
  }
  return stated;
}

function commitsOf(all: readonly Stated[]): Commit[] {
  const byCommand = new Map<string, { cmd: string; kind: string; facts: Fact[] }>();
  for (const { cmd, kind, fact } of all) {
    const commit = byCommand.get(cmd);
    if (commit) commit.facts.push(fact);
    else byCommand.set(cmd, { cmd, kind, facts: [fact] });
  }
  for (const { facts } of byCommand.values()) facts.sort(byId);
  const ordered = [...byCommand.values()].sort(byBeginning);
  let seq = 1;
  return ordered.map((commit) => {
    const numbered = { seq, ...commit };
    seq += commit.facts.length;
    return numbered;
  });
}

const byId = (a: Fact, b: Fact) => (a.id < b.id ? -1 : Number(a.id > b.id));

/** Nothing comes before the event itself, whatever its desk's clock said. */
function byBeginning(a: { facts: Fact[] }, b: { facts: Fact[] }): number {
  const [first, second] = [a.facts[0], b.facts[0]];
  if (!first || !second) return 0;
  const begins = (fact: Fact) => Number(fact.type !== 'event.created');
  return begins(first) - begins(second) || byId(first, second);
}

function isSame(a: Stated, b: Stated): boolean {
  if (a.fact === b.fact || JSON.stringify(a.fact) === JSON.stringify(b.fact)) return true;
  return canonical(a.fact) === canonical(b.fact);
}

function chosen(ours: [Stated, boolean], theirs: [Stated, boolean]): Stated {
  const [[known, knownErased], [other, otherErased]] = [ours, theirs];
  if (knownErased !== otherErased) return knownErased ? known : other;
  return canonical(known.fact) <= canonical(other.fact) ? known : other;
}

/** A fact as text that does not depend on the order of its members, nor on what an older Nuija left out. */
function canonical(fact: Fact): string {
  const { id, at, desk } = fact;
  return JSON.stringify([id, at, desk, ordered(factBodySchema.parse(fact))]);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, one]) => [key, ordered(one)]);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, stateToJson } from '../model/state';
import { fold } from '../facts/fold';
import type { Commit } from '../facts/commit';
import { carryOut, deeds, Laptop } from './branches.fixture';
import type { Deed } from './branches.fixture';
import { mergedOf } from './conflicts';
import { unionOf } from './union';

const RUNS = Number(process.env['NUIJA_MERGE_RUNS'] ?? 40);

/** Two laptops that have had a history in common and then worked each by itself. */
function branches(common: Deed[], here: Deed[], there: Deed[]): [Laptop, Laptop, Laptop] {
  const first = new Laptop('A').begin();
  for (const deed of common) carryOut(first, deed);
  const [one, other, third] = [first.copy('A'), first.copy('BB'), first.copy('CCC')];
  for (const deed of here) carryOut(one, deed);
  for (const deed of there) carryOut(other, deed);
  for (const deed of here.slice(0, 3)) carryOut(third, deed);
  return [one, other, third];
}

const factsIn = (commits: readonly Commit[]) => commits.flatMap(({ facts }) => facts);
const idsIn = (commits: readonly Commit[]) => factsIn(commits).map(({ id }) => id);
const stateOf = (commits: readonly Commit[]) => stateToJson(commits.reduce(fold, EMPTY_STATE));

describe('two histories of one event', () => {
  it('come to the same whichever is named first, and nothing changes when they meet again', () => {
    const some = fc.tuple(deeds, deeds, deeds);
    fc.assert(
      fc.property(some, (did) => {
        const [one, other, third] = branches(...did);
        const whole = unionOf(one.commits, other.commits).commits;
        expect(unionOf(other.commits, one.commits).commits).toEqual(whole);
        expect(unionOf(whole, other.commits).commits).toEqual(whole);
        expect(unionOf(one.commits, whole).commits).toEqual(whole);
        // Three laptops, in whatever order they meet.
        const left = unionOf(whole, third.commits).commits;
        const right = unionOf(one.commits, unionOf(third.commits, other.commits).commits).commits;
        expect(right).toEqual(left);
      }),
      { numRuns: RUNS },
    );
  });

  it('lose no fact, double none, and number them without a gap', () => {
    fc.assert(
      fc.property(fc.tuple(deeds, deeds, deeds), (did) => {
        const [one, other] = branches(...did);
        const union = unionOf(one.commits, other.commits);
        const all = new Set([...idsIn(one.commits), ...idsIn(other.commits)]);
        expect(idsIn(union.commits).toSorted()).toEqual([...all].toSorted());
        expect(union.common + union.here + union.there).toBe(all.size);
        let seq = 1;
        for (const commit of union.commits) {
          expect(commit.seq).toBe(seq);
          seq += commit.facts.length;
        }
        const { state, told } = mergedOf(union, one.commits, other.commits);
        expect(stateToJson(state)).toEqual(stateOf(union.commits));
        expect(told.here).toBe(union.here);
        // Who was added on either side is there, unless somebody was taken away or joined with another.
        for (const { id } of [...one.state.participants, ...other.state.participants]) {
          expect(state.participants.has(id) || state.gone.has(id)).toBe(true);
        }
        const sheets = new Set(
          [...one.state.feedback, ...other.state.feedback].map(({ id }) => id),
        );
        expect(state.feedback.size).toBe(sheets.size);
      }),
      { numRuns: RUNS },
    );
  });

  it('that one of them already knows whole is that one', () => {
    fc.assert(
      fc.property(deeds, deeds, (common, more) => {
        const [longer, ,] = branches(common, more, []);
        const shorter = longer.commits.slice(0, Math.ceil(longer.commits.length / 2));
        expect(unionOf(shorter, longer.commits).commits).toEqual(longer.commits);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what is told of two histories', () => {
  const begun = () => {
    const first = new Laptop('A').begin();
    first.ask({ type: 'participant.add', fields: { firstName: 'Aino', lastName: 'Malli' } });
    const [aino] = [...first.state.participants];
    return { first, id: aino?.id ?? '' };
  };
  const told = (one: Laptop, other: Laptop) =>
    mergedOf(unionOf(one.commits, other.commits), one.commits, other.commits);

  it('keeps the earlier of two check-ins and tells of the later one', () => {
    const { first, id } = begun();
    const [one, other] = [first.copy('A'), first.copy('B')];
    one.now += 60_000;
    other.ask({ type: 'participant.checkIn', who: id });
    one.ask({ type: 'participant.checkIn', who: id });
    const { state, told: said } = told(one, other);
    expect(state.participants.get(id)).toMatchObject({ checkedInDesk: 'B', status: 'present' });
    expect(said.overruled).toEqual([
      expect.objectContaining({ kind: 'participant.checkIn', desk: 'A', about: 'Aino Malli' }),
    ]);
  });

  it('names a field that both have changed, and which of the two stands', () => {
    const { first, id } = begun();
    const [one, other] = [first.copy('A'), first.copy('B')];
    const edit = (organisation: string) =>
      ({ type: 'participant.edit', who: id, fields: { organisation } }) as const;
    one.ask(edit('Kainuun sote'));
    other.now += 60_000;
    other.ask(edit('Kajaanin kaupunki'));
    const { state, told: said } = told(one, other);
    expect(state.participants.get(id)?.organisation).toBe('Kajaanin kaupunki');
    expect(said.contested).toEqual([
      {
        record: 'participant',
        name: 'Aino Malli',
        field: 'organisation',
        here: 'Kainuun sote',
        there: 'Kajaanin kaupunki',
        kept: 'there',
      },
    ]);
  });

  it('says who may be on it twice, because both laptops took in the same file', () => {
    const { first } = begun();
    const [one, other] = [first.copy('A'), first.copy('B')];
    const fields = { firstName: 'Väinö', lastName: 'Malli', email: 'Vaino@example.org' };
    one.ask({ type: 'participant.add', fields });
    other.ask({ type: 'participant.add', fields: { ...fields, email: 'vaino@example.org' } });
    const { state, told: said } = told(one, other);
    expect(state.participants.size).toBe(3);
    expect(said.doubles).toEqual([{ name: 'Väinö Malli', organisation: '' }]);
  });

  it('says that a fact differs, and takes the same one whoever is asked', () => {
    const { first } = begun();
    const other = first.copy('B');
    const last = other.commits.at(-1);
    const changed = last?.facts.map((fact) => ({ ...fact, at: fact.at + 1 })) ?? [];
    const bent = [...other.commits.slice(0, -1), ...(last ? [{ ...last, facts: changed }] : [])];
    const union = unionOf(first.commits, bent);
    expect(union.differing).toEqual(changed.map(({ id }) => id));
    expect(unionOf(bent, first.commits).commits).toEqual(union.commits);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commit } from '../facts/commit';
import { fold } from '../facts/fold';
import { EMPTY_STATE, stateToJson } from '../model/state';
import type { EventState } from '../model/state';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { everyCommand } from '../testing/everyCommand';
import { Census } from './census';
import { dayOf, figuresOf, steps } from './madeUpDay.fixture';
import { scrubCommit, scrubState } from './scrub';

/** The history with the fact that ends it, as the desk states it before it scrubs. */
function erased(desk: DeskOfPaper): Commit[] {
  const facts = [
    { type: 'event.erased', id: '9'.repeat(26), at: desk.now, desk: desk.desk },
  ] as const;
  return [
    ...desk.commits,
    { seq: desk.state.seq + 1, cmd: 'erase', kind: 'event.erase', facts: [...facts] },
  ];
}

function censusOf(commits: readonly Commit[]): Census {
  const census = new Census();
  for (const commit of commits) census.readCommit(commit);
  census.readState(folded(commits));
  return census;
}

const folded = (commits: readonly Commit[]) => commits.reduce(fold, EMPTY_STATE);

/** The state for comparison: in one order, with the codes that lead to people. */
function plain(state: EventState) {
  const { participants, sessions, marks, gone, ...rest } = stateToJson(state);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...rest,
    participants: participants.toSorted(byId),
    sessions: sessions.toSorted(byId),
    marks: marks.toSorted(byId),
    gone: gone.toSorted(),
    codes: [...state.codes.entries()].toSorted(),
  };
}

function scrubbed(commits: readonly Commit[]) {
  const census = censusOf(commits);
  return {
    commits: commits.map((commit) => scrubCommit(commit, census)),
    state: scrubState(folded(commits), census),
  };
}

const days = (check: (of: ReturnType<typeof dayOf>) => void, numRuns = 60) =>
  fc.assert(
    fc.property(steps, (happenings) => check(dayOf(happenings))),
    { numRuns },
  );

describe('erasing personal data from a history', () => {
  it('leaves every figure as it was', () => {
    days(({ desk }) => {
      const { state } = scrubbed(erased(desk));
      expect(figuresOf(state)).toEqual(figuresOf(desk.state));
    });
  });

  it('scrubs the facts to what the scrubbed state is the fold of', () => {
    days(({ desk }) => {
      const { commits, state } = scrubbed(erased(desk));
      expect(plain(folded(commits))).toEqual(plain(state));
    });
  });

  it('does so for every kind of command', () => {
    for (const occasion of Object.values(everyCommand)) {
      const { desk, command } = occasion();
      desk.must(command);
      const { commits, state } = scrubbed(erased(desk));
      expect(plain(folded(commits)), command.type).toEqual(plain(state));
    }
  });

  it('leaves no personal text in the facts or in the state', () => {
    days(({ desk, personal }) => {
      const { commits, state } = scrubbed(erased(desk));
      const unfinished = scrubState(desk.state, censusOf(desk.commits));
      const text = JSON.stringify([commits, stateToJson(state), stateToJson(unfinished)]);
      for (const code of desk.state.codes.keys()) expect(text).not.toContain(code);
      const left = [...personal].filter((one) => text.includes(JSON.stringify(one).slice(1, -1)));
      expect(left).toEqual([]);
    });
  });

  it('changes nothing when done twice', () => {
    days(({ desk }) => {
      const once = scrubbed(erased(desk));
      const twice = scrubbed(once.commits);
      expect(twice.commits).toEqual(once.commits);
      expect(plain(twice.state)).toEqual(plain(once.state));
      const left = [...censusOf(once.commits).personal()];
      expect(left.filter((text) => !text.startsWith('#'))).toEqual([]);
    });
  });

  it('knows every personal text, so that it can be searched for afterwards', () => {
    days(({ desk, personal }) => {
      const stated = JSON.stringify(desk.commits);
      const known = censusOf(erased(desk)).personal();
      const missed = [...personal].filter((one) =>
        stated.includes(JSON.stringify(one).slice(1, -1)),
      );
      const covered = (one: string) => [...known].some((text) => text.includes(one));
      expect(missed.filter((one) => !covered(one))).toEqual([]);
    });
  });
});

describe('names in what is public', () => {
  function openedBy(
    stated: { firstName: string; lastName: string; organisation?: string },
    text: string,
  ) {
    const desk = new DeskOfPaper();
    desk.must({
      type: 'participant.add',
      fields: { ...stated, email: 'aino@example.fi', phone: '040 123 4567' },
    });
    desk.session({ title: text });
    return censusOf(desk.commits).open(text);
  }
  const aino = { firstName: 'Aino', lastName: 'Virta' };

  it.each([
    ['Puheenvuoro: Aino Virta', 'Puheenvuoro: #1'],
    ['Aino Virran puheenvuoro', '#1 puheenvuoro'],
    ['VIRTA, Aino: mitä nyt?', '#1: mitä nyt?'],
    ['Kysy: aino@example.fi', 'Kysy: …'],
    ['Soita +358 40 1234567', 'Soita …'],
    ['Ainoa virta vie', 'Ainoa virta vie'],
    ['Klo 9.00–16.00, 2019-03-27', 'Klo 9.00–16.00, 2019-03-27'],
  ])('%s becomes %s', (text, opened) => {
    expect(openedBy(aino, text)).toBe(opened);
  });

  it('are found inflected where the stem of a short surname changes', () => {
    expect(openedBy({ firstName: 'Oona', lastName: 'Mäki' }, 'Oona Mäen työpaja')).toBe(
      '#1 työpaja',
    );
  });

  it('are found in the name of a firm that carries them, and other firms stay', () => {
    const firm = { ...aino, organisation: 'Hieronta Virta' };
    expect(openedBy(firm, 'Kahvit tarjoaa Hieronta Virta')).toBe('Kahvit tarjoaa organisation 1');
    expect(openedBy({ ...aino, organisation: 'Eksote' }, 'Eksote kertoo')).toBe('Eksote kertoo');
  });

  it('are those of participants only', () => {
    expect(openedBy(aino, 'Puheenvuoro: Eino Koski')).toBe('Puheenvuoro: Eino Koski');
  });
});

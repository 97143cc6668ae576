import { STANDARD_QUESTIONS } from '../model/feedback';
import { ratio } from './attendance';
import { valueOf } from './feedback';
import type { Figures, Group, QuestionFigures } from './model';

/** The figures of a tour: of all its events together. */
export interface Tour {
  events: number;
  participants: number;
  /** participants / events. */
  average: number | null;
  registered: number;
  walkIns: number;
  noShows: number;
  /** Events to which more came than had signed up. */
  moreThanSignedUp: number;
  /** All events' people counted together: a large event weighs more than a small one. */
  bySector: Group[];
  sheets: number;
  /** The standard questions; means and shares over all answers together. */
  feedback: QuestionFigures[];
}

/** Sums the events of a tour up; samples are not counted. */
export function tourOf(all: readonly Figures[]): Tour {
  const figures = all.filter(({ event }) => !event.sample);
  const sum = (of: (one: Figures) => number) => figures.reduce((total, one) => total + of(one), 0);
  const participants = sum(({ attendance }) => attendance.came);
  return {
    events: figures.length,
    participants,
    average: ratio(participants, figures.length),
    registered: sum(({ attendance }) => attendance.registered),
    walkIns: sum(({ attendance }) => attendance.walkIns),
    noShows: sum(({ attendance }) => attendance.noShows),
    moreThanSignedUp: figures.filter(
      ({ attendance }) => attendance.came > attendance.registered - attendance.cancelled,
    ).length,
    bySector: together(figures.map(({ attendance }) => attendance.bySector)),
    sheets: sum(({ feedback }) => feedback.sheets),
    feedback: STANDARD_QUESTIONS.map(({ id, kind }) => {
      const parts = figures.flatMap(({ feedback }) =>
        feedback.questions.filter((question) => question.id === id),
      );
      const counts = addUp(parts.map((part) => part.counts));
      const answered = parts.reduce((total, part) => total + part.answered, 0);
      return { id, kind, answered, counts, value: valueOf(kind, counts) };
    }),
  };
}

function together(lists: ReadonlyArray<readonly Group[]>): Group[] {
  const sums = new Map<string, { key: string; registered: number; came: number }>();
  for (const { key, registered, came } of lists.flat()) {
    const group = sums.get(key) ?? { key, registered: 0, came: 0 };
    sums.set(key, {
      key,
      registered: group.registered + registered,
      came: group.came + came,
    });
  }
  const groups = [...sums.values()];
  const stated = groups.reduce((total, { key, came }) => total + (key ? came : 0), 0);
  return groups
    .map((group) => ({ ...group, share: group.key ? ratio(group.came, stated) : null }))
    .toSorted((a, b) => Number(!a.key) - Number(!b.key));
}

function addUp(lists: ReadonlyArray<readonly number[]>): number[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) =>
    lists.reduce((total, list) => total + (list[i] ?? 0), 0),
  );
}

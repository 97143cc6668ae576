import type { AnswerOf, AskOf } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { figuresOf } from '../../shared/figures/figures';
import type { Figures } from '../../shared/figures/model';
import { EMPTY_STATE } from '../../shared/model/state';
import type { Instant } from '../../shared/model/units';
import type { TourEntry } from '../../shared/tour/channels';
import { mergedOf } from '../../shared/tour/conflicts';
import { isErased, unionOf } from '../../shared/tour/union';
import { readDocument } from '../exchange/export/json';
import type { EventShelf } from './eventShelf';
import { asDeskError, failure } from './failure';
import { eventIn, gathered, refuseStrangers } from './merging';
import { summaries } from './summaries';

type Read = AnswerOf<'tour.read'>;

/** A file's history, ready to go together with others of its event. */
interface Given {
  file: string;
  commits: Commit[];
}

/**
 * The figures of every event of this desk and of the exported files given, each event once: histories of the
 * same event are put together in memory, and nothing is written. A file that cannot be used is told by name.
 */
export async function readTour(
  shelf: EventShelf,
  files: AskOf<'tour.read'>['files'],
  now: Instant,
): Promise<Read> {
  const troubles: Read['troubles'] = [];
  const given = new Map<string, Given[]>();
  for (const { name, bytes } of files) {
    try {
      const commits = readDocument(Buffer.from(bytes, 'base64'));
      const event = eventIn(commits);
      given.set(event, [...(given.get(event) ?? []), { file: name, commits }]);
    } catch (error) {
      troubles.push({ file: name, failure: asDeskError(error).toFailure() });
    }
  }
  const entries: TourEntry[] = [];
  let locked = 0;
  for (const { id, locked: isShut } of await summaries(shelf)) {
    if (isShut) {
      locked += 1;
      continue;
    }
    const desk = await shelf.open(id);
    const more = given.get(id);
    given.delete(id);
    const figures = figuresOf(desk.state, now);
    if (!more) entries.push({ figures, from: [''], told: [] });
    else {
      try {
        const here = { file: '', commits: await gathered(desk.commits()) };
        entries.push(entryOf([here, ...more], now, troubles));
      } catch (error) {
        // Its own history cannot be read whole: its figures stand for themselves.
        entries.push({ figures, from: [''], told: [] });
        for (const { file } of more) {
          troubles.push({ file, failure: asDeskError(error).toFailure() });
        }
      }
    }
  }
  for (const more of given.values()) entries.push(entryOf(more, now, troubles));
  return { entries, locked, troubles };
}

/** One event from all who know something of it; those that do not go together with the first are told. */
function entryOf(all: readonly Given[], now: Instant, troubles: Read['troubles']): TourEntry {
  const [first, ...more] = all;
  let commits = first?.commits ?? [];
  const from = [first?.file ?? ''];
  const told: TourEntry['told'] = [];
  for (const { file, commits: others } of more) {
    try {
      refuseStrangers(commits, others);
      const union = unionOf(commits, others);
      // Of an event that was erased on one laptop what is left there goes before: nothing comes back.
      if (union.differing.length > 0 && !isErased(union.commits)) {
        throw failure('merge.contradicts', { count: union.differing.length });
      }
      told.push({ file, told: mergedOf(union, commits, others).told });
      from.push(file);
      commits = union.commits;
    } catch (error) {
      troubles.push({ file, failure: asDeskError(error).toFailure() });
    }
  }
  return { figures: figuresIn(commits, now), from, told };
}

const figuresIn = (commits: readonly Commit[], now: Instant): Figures =>
  figuresOf(commits.reduce(fold, EMPTY_STATE), now);

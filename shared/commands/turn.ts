import type { FactBody } from '../facts/fact';
import { NOBODY } from '../model/mark';
import type { Mark } from '../model/mark';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import { SECOND } from '../model/units';
import type { Instant } from '../model/units';
import { panelTurns } from '../panel/balance';
import { limitOf } from '../panel/current';
import { turnAround } from '../panel/ledger';
import { marksOf } from '../panel/marks';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';
import { mayHaveHeld } from './floor';

type TurnCommand = CommandOf<
  | 'turn.giveTo'
  | 'turn.startAt'
  | 'turn.split'
  | 'turn.leaveOut'
  | 'turn.takeBack'
  | 'turn.join'
  | 'turn.extend'
>;

/** Corrections after the fact. A turn never reaches over its neighbours or the panel's ends. */
export function decideTurn(state: EventState, command: TurnCommand, context: Context): Decision {
  const mark = state.marks.get(command.mark);
  const session = mark && state.sessions.get(mark.session);
  if (!mark || !session) return refuse('panel.unknownTurn');
  if ('speaker' in command && command.speaker !== undefined) {
    const { speaker } = command;
    if (!mayHaveHeld(session, speaker)) return refuse('panel.unknownSpeaker', { speaker });
  }
  switch (command.type) {
    case 'turn.giveTo':
      return giveTo(state, session, mark, command.speaker);
    case 'turn.startAt': {
      const bounds = boundsOf(state, session, mark, context.now);
      if (command.at < bounds.from || command.at > bounds.to) return refuse('panel.outsideTurn');
      if (command.at === mark.at) return NOTHING;
      return { facts: [put(mark, 'startAt', { at: command.at }, { at: mark.at })] };
    }
    case 'turn.split': {
      const bounds = boundsOf(state, session, mark, context.now);
      if (command.at <= mark.at || command.at >= bounds.to) return refuse('panel.outsideTurn');
      return { facts: [split(mark, command, context)] };
    }
    case 'turn.leaveOut':
      return leaveOut(state, session, mark, command, context);
    case 'turn.takeBack':
      return takeBack(state, mark);
    case 'turn.join':
      return join(state, mark, command.speaker);
    case 'turn.extend':
      return extend(state, session, mark, command.ms, context.now);
  }
}

type Corrected = Extract<FactBody, { type: 'turn.corrected' }>;

function put(
  { id }: Mark,
  how: NonNullable<Corrected['how']>,
  fields: Corrected['fields'],
  was: NonNullable<Corrected['was']>,
  other: Corrected['other'] = null,
): FactBody {
  return { type: 'turn.corrected', mark: id, fields, how, was, other };
}

function giveTo(state: EventState, session: Session, mark: Mark, speaker: string): Decision {
  if (mark.speaker === speaker) return NOTHING;
  const facts = [put(mark, 'giveTo', { speaker }, { speaker: mark.speaker })];
  const hand = handLowered(state, session, mark, speaker);
  return { facts: [...facts, ...pauseFollows(state, mark, speaker), ...hand] };
}

/** Who is found to have the floor now waits for it no more. */
function handLowered(state: EventState, session: Session, mark: Mark, seat: string): FactBody[] {
  const runs = session.endedAt === null && marksOf(state, session.id).at(-1) === mark;
  if (!runs || !session.panel?.hands.includes(seat)) return [];
  return [{ type: 'hands.changed', session: session.id, seat, up: false }];
}

/** A pause of the turn is now a pause of its new speaker: the floor returns to them. */
function pauseFollows(state: EventState, mark: Mark, speaker: string): FactBody[] {
  const marks = marksOf(state, mark.session);
  const next = marks[marks.indexOf(mark) + 1];
  if (!next || next.speaker !== NOBODY || !next.resume || next.resume !== mark.speaker) return [];
  const fields = { resume: speaker };
  return [{ type: 'turn.corrected', mark: next.id, fields, quiet: true }];
}

function split(
  mark: Mark,
  { at, speaker }: Pick<CommandOf<'turn.split'>, 'at' | 'speaker'>,
  context: Context,
  resume = '',
): FactBody {
  const id = context.newId();
  const { now, desk } = context;
  const was = { speaker: mark.speaker };
  return {
    type: 'turn.split',
    mark: {
      ...mark,
      id,
      at,
      speaker,
      resume,
      corrected: true,
      history: [{ fact: id, at: now, desk, how: 'split', was, is: { at, speaker }, other: null }],
      extraMs: 0,
      edits: {},
    },
  };
}

/**
 * A stretch of the turn is nobody's, as a pause is: the machine slept, or there was an interruption.
 * What comes after it goes on with the turn and its limit.
 */
function leaveOut(
  state: EventState,
  session: Session,
  mark: Mark,
  { from, to }: CommandOf<'turn.leaveOut'>,
  context: Context,
): Decision {
  if (mark.speaker === NOBODY) return NOTHING;
  const bounds = boundsOf(state, session, mark, context.now);
  const start = Math.max(from, mark.at + 1);
  const end = Math.min(to, bounds.to);
  if (start >= end) return refuse('panel.outsideTurn');
  const pause = split(mark, { at: start, speaker: NOBODY }, context, mark.speaker);
  const isLast = marksOf(state, session.id).at(-1) === mark;
  if (end === bounds.to && !isLast) return { facts: [pause] };
  return { facts: [pause, split(mark, { at: end, speaker: mark.speaker }, context)] };
}

const placeOf = ({ at, speaker }: Mark) => ({ at, speaker });

/** The hand-over never was: its time is the turn's before it; that of the first turn is silence. */
function takeBack(state: EventState, mark: Mark): Decision {
  const marks = marksOf(state, mark.session);
  const before = marks[marks.indexOf(mark) - 1];
  if (before) {
    const told = put(before, 'takeBack', {}, {}, placeOf(mark));
    return { facts: [{ type: 'turn.takenBack', mark: mark.id }, told] };
  }
  if (mark.speaker === NOBODY) return NOTHING;
  return { facts: [put(mark, 'takeBack', { speaker: NOBODY }, { speaker: mark.speaker })] };
}

/**
 * The turn and the one before it become one that begins where the earlier began, with the pauses
 * between them in it. Whose it was is said; else it was the later one's, or for a silence the
 * earlier one's.
 */
function join(state: EventState, mark: Mark, whose: string | undefined): Decision {
  const marks = marksOf(state, mark.session);
  const at = marks.indexOf(mark);
  const from = marks.findLastIndex((one, n) => n < at && one.speaker !== NOBODY);
  const before = marks[from];
  if (!before) return refuse('panel.nothingBefore');
  const speaker = whose ?? (mark.speaker === NOBODY ? before.speaker : mark.speaker);
  const lost = marks.slice(from + 1, at + 1);
  const changes = speaker !== before.speaker;
  return {
    facts: [
      ...lost.map(({ id }): FactBody => ({ type: 'turn.takenBack', mark: id })),
      put(
        before,
        'join',
        changes ? { speaker } : {},
        changes ? { speaker: before.speaker } : {},
        placeOf(mark),
      ),
      ...pauseFollows(state, mark, speaker),
    ],
  };
}

/** Shortest that the limit of a turn can be made. */
const SHORTEST = SECOND;

/** More or less time for one turn, whole: its stretches before and after a pause have one limit. */
function extend(
  state: EventState,
  session: Session,
  mark: Mark,
  ms: number,
  now: Instant,
): Decision {
  const turns = panelTurns(state, session, now);
  const stretches = turnAround(
    turns,
    turns.findIndex((turn) => turn.mark === mark.id),
  );
  const limit = session.panel ? limitOf(stretches, session.panel) : 0;
  if (limit === 0) return refuse('panel.noLimit');
  if (ms === 0) return NOTHING;
  if (limit + ms < SHORTEST) return refuse('panel.limitTooShort');
  const fields = { extraMs: mark.extraMs + ms };
  return { facts: [{ type: 'turn.corrected', mark: mark.id, fields, quiet: true }] };
}

/**
 * Between which instants a turn may begin: not before its neighbour before, not after the one after.
 * Marks of one instant stand in the order of their ids, so where that would swap the two, a
 * millisecond is kept between them.
 */
function boundsOf(state: EventState, session: Session, mark: Mark, now: Instant) {
  const marks = marksOf(state, session.id);
  const at = marks.findIndex((other) => other.id === mark.id);
  const before = marks[at - 1];
  const after = marks[at + 1];
  const from = before && before.at + (before.id < mark.id ? 0 : 1);
  const to = after && after.at - (mark.id < after.id ? 0 : 1);
  return { from: from ?? session.startedAt ?? mark.at, to: to ?? session.endedAt ?? now };
}

import type { FactBody } from '../facts/fact';
import { differing } from '../facts/records';
import { EMPTY_PANEL, NO_SESSION_DETAILS, panelSchema } from '../model/session';
import type { Panel, Session, SessionDetails } from '../model/session';
import type { EventState } from '../model/state';
import { marksOf } from '../panel/marks';
import { move } from '../programme/move';
import { meet } from '../programme/order';
import { replan } from '../programme/replan';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';

type RunCommand = CommandOf<'session.start' | 'session.end' | 'session.remove'>;

/** Starting a session ends what runs in its room; one that all rooms share ends what runs in any. */
export function startFacts(state: EventState, session: Session): FactBody[] {
  const running = [...state.sessions].filter(
    (one) => meet(one, session) && one.startedAt !== null && one.endedAt === null,
  );
  return [
    ...running.map((one): FactBody => ({ type: 'session.ended', session: one.id })),
    { type: 'session.started', session: session.id },
  ];
}

/** Start, end, or removal of one session. */
export function decideRun(state: EventState, command: RunCommand): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const { title } = session;
  switch (command.type) {
    case 'session.start':
      if (session.endedAt !== null) return refuse('session.hasEnded', { title });
      if (session.startedAt !== null) return NOTHING;
      return { facts: startFacts(state, session) };
    case 'session.end':
      if (session.startedAt === null) return refuse('session.notStarted', { title });
      if (session.endedAt !== null) return NOTHING;
      return { facts: [{ type: 'session.ended', session: session.id }] };
    case 'session.remove':
      if (session.startedAt !== null) return refuse('session.hasStarted', { title });
      return { facts: [{ type: 'session.removed', session: session.id }] };
  }
}

export function decideAddSession(
  state: EventState,
  command: CommandOf<'session.add'>,
  context: Context,
): Decision {
  const order = Math.max(0, ...[...state.sessions].map((one) => one.order)) + 1;
  return { facts: [addedFact(command.fields, order, context)] };
}

function addedFact(given: Partial<SessionDetails>, order: number, { newId }: Context): FactBody {
  const fields: SessionDetails = { ...NO_SESSION_DETAILS, ...given };
  if (fields.kind === 'panel' && !fields.panel) fields.panel = EMPTY_PANEL;
  const begun = { startedAt: null, endedAt: null };
  return {
    type: 'session.added',
    session: { ...fields, id: newId(), order, ...begun, edits: {} },
  };
}

/** Adds several sessions at once, for instance another event's programme: one step of undo. */
export function decideAddProgramme(
  state: EventState,
  command: CommandOf<'programme.add'>,
  context: Context,
): Decision {
  const last = Math.max(0, ...[...state.sessions].map((one) => one.order));
  const facts = command.sessions.map((fields, index) =>
    addedFact(fields, last + 1 + index, context),
  );
  return { facts };
}

export function decideEditSession(state: EventState, command: CommandOf<'session.edit'>): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const fields: Partial<SessionDetails> = { ...command.fields };
  if (fields.kind === 'panel' && !fields.panel && !session.panel) fields.panel = EMPTY_PANEL;
  if (fields.panel && session.panel) fields.panel = keepSpoken(state, session, fields.panel);
  const differs = differing(session, fields);
  if (!differs) return NOTHING;
  return { facts: [{ type: 'session.edited', session: session.id, fields: differs }] };
}

/**
 * The panel as it was set, with what a setting cannot take away: a seat that has spoken stays at the
 * table as dropped, and raised hands are changed by hand commands only.
 */
function keepSpoken(state: EventState, session: Session, panel: Panel): Panel {
  const old = session.panel ?? EMPTY_PANEL;
  const spoke = new Set(marksOf(state, session.id).map((mark) => mark.speaker));
  const kept = new Set(panel.seats.map((seat) => seat.id));
  const missed = old.seats.filter((seat) => spoke.has(seat.id) && !kept.has(seat.id));
  const seats = [...panel.seats, ...missed.map((seat) => ({ ...seat, dropped: true }))];
  const mayRaise = new Set(seats.filter((seat) => !seat.dropped).map((seat) => seat.id));
  const hands = old.hands.filter((seat) => mayRaise.has(seat));
  // Not every form that sets a panel knows of the warnings; the order of fields is the schema's.
  return panelSchema.parse({ warnMs: old.warnMs, ...panel, seats, hands });
}

/**
 * Moves a session before another one, with planned starts that follow from its new place (see
 * `move`), or into another room. What has begun is not moved, and nothing is put before it.
 */
export function decideMove(state: EventState, command: CommandOf<'session.move'>): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const { room = session.room } = command;
  if (command.before === session.id && room === session.room) return NOTHING;
  const before = command.before === null ? undefined : state.sessions.get(command.before);
  for (const one of [session, before]) {
    if (one && one.startedAt !== null) return refuse('session.hasStarted', { title: one.title });
  }
  const places = move(state.sessions, session, command.before, room);
  if (!places) return refuse('session.unknown', { session: command.before ?? '' });
  const facts = places.flatMap(({ session: id, ...place }): FactBody[] => {
    const inRoom = id === session.id ? { ...place, room } : place;
    const fields = differing(state.sessions.get(id), inRoom);
    return fields ? [{ type: 'session.edited', session: id, fields }] : [];
  });
  return { facts };
}

/** Applies a re-planning that was shown as a preview, as one fact. */
export function decideReplan(
  state: EventState,
  command: CommandOf<'programme.replan'>,
  context: Context,
): Decision {
  const plan = replan(state, command.strategy, context.now, command.drop);
  if (plan.changes.length === 0 && plan.dropped.length === 0) return refuse('replan.nothing');
  return {
    facts: [
      {
        type: 'programme.replanned',
        strategy: command.strategy,
        changes: plan.changes,
        dropped: plan.dropped,
      },
    ],
  };
}

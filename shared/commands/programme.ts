import type { FactBody } from '../facts/fact';
import { sameValue } from '../facts/records';
import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../model/session';
import type { Session, SessionDetails } from '../model/session';
import type { EventState } from '../model/state';
import { inOrder } from '../programme/order';
import { replan } from '../programme/replan';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';

type RunCommand = CommandOf<'session.start' | 'session.end' | 'session.remove'>;

/** Starting a session ends the one that runs in the same room. */
export function startFacts(state: EventState, session: Session): FactBody[] {
  const running = [...state.sessions].filter(
    (one) => one.room === session.room && one.startedAt !== null && one.endedAt === null,
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
  const fields: SessionDetails = { ...NO_SESSION_DETAILS, ...command.fields };
  if (fields.kind === 'panel' && !fields.panel) fields.panel = EMPTY_PANEL;
  const order = Math.max(0, ...[...state.sessions].map((one) => one.order)) + 1;
  return {
    facts: [
      {
        type: 'session.added',
        session: {
          ...fields,
          id: context.newId(),
          order,
          startedAt: null,
          endedAt: null,
          edits: {},
        },
      },
    ],
  };
}

export function decideEditSession(state: EventState, command: CommandOf<'session.edit'>): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const fields: Partial<SessionDetails> = { ...command.fields };
  if (fields.kind === 'panel' && !fields.panel && !session.panel) fields.panel = EMPTY_PANEL;
  if (sameValue(session, { ...session, ...fields })) return NOTHING;
  return { facts: [{ type: 'session.edited', session: session.id, fields }] };
}

/** Moves a session before another one and gives every session its place anew. */
export function decideMove(state: EventState, command: CommandOf<'session.move'>): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const others = inOrder(state.sessions).filter((one) => one.id !== session.id);
  const at =
    command.before === null ? others.length : others.findIndex((one) => one.id === command.before);
  if (at < 0) return refuse('session.unknown', { session: command.before ?? '' });
  const order = [...others.slice(0, at), session, ...others.slice(at)];
  const facts = order.flatMap((one, index): FactBody[] =>
    one.order === index + 1
      ? []
      : [{ type: 'session.edited', session: one.id, fields: { order: index + 1 } }],
  );
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

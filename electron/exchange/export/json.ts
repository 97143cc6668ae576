import { z } from 'zod';
import { DeskError } from '../../../shared/contract';
import type { Commit } from '../../../shared/facts/commit';
import { factBodySchema, stampSchema } from '../../../shared/facts/fact';
import type { Fact } from '../../../shared/facts/fact';
import { toPublic } from '../../../shared/model/public';
import type { PublicParticipant } from '../../../shared/model/public';
import type { Session } from '../../../shared/model/session';
import type { EventState } from '../../../shared/model/state';
import { MINUTE } from '../../../shared/model/units';
import type { Instant } from '../../../shared/model/units';
import { marksOf } from '../../../shared/panel/marks';
import { turnsOf } from '../../../shared/panel/ledger';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';

export const DOCUMENT_VERSION = 1;

/** One stretch of a panel: `speaker` is a name, or moderator, audience, '' for nobody. */
export interface ExportedTurn {
  session: string;
  speaker: string;
  /** The seat, '' where none. */
  seat: string;
  from: string;
  ms: number;
}

/** A fact with the command it came of, so that the commands can be told apart again. */
export type ExportedFact = Fact & { cmd: string; kind: string };

/** The JSON export, described in docs/formats.md. */
export interface EventDocument {
  format: 'nuija';
  version: typeof DOCUMENT_VERSION;
  event: Omit<EventState['event'], 'edits' | 'importMapping' | 'pinHash' | 'closedAt'> & {
    closedAt: string | null;
  };
  participants: PublicParticipant[];
  sessions: unknown[];
  turns: ExportedTurn[];
  facts: ExportedFact[];
}

/** The event as a document for other programs; with the commits it can be taken in again, nothing lost. */
export function documentOf(
  state: EventState,
  commits: readonly Commit[],
  now: Instant,
): EventDocument {
  const { edits, importMapping, pinHash, closedAt, ...event } = state.event;
  const sessions = inOrder(state.sessions);
  return {
    format: 'nuija',
    version: DOCUMENT_VERSION,
    event: { ...event, closedAt: closedAt === null ? null : new Date(closedAt).toISOString() },
    participants: [...state.participants].map(toPublic).sort((a, b) => (a.id < b.id ? -1 : 1)),
    sessions: sessions.map((session) => sessionIn(state, session)),
    turns: sessions.flatMap((session) => exportedTurns(state, session, now)),
    facts: commits.flatMap(({ cmd, kind, facts }) => facts.map((fact) => ({ ...fact, cmd, kind }))),
  };
}

/** The turns of one session's panel, in order of time. */
export function exportedTurns(state: EventState, session: Session, now: Instant): ExportedTurn[] {
  if (!session.panel) return [];
  const names = new Map(session.panel.seats.map((seat) => [seat.id, seat.name]));
  const { startedAt, endedAt } = session;
  return turnsOf(marksOf(state, session.id), startedAt, endedAt, now).map((turn) => ({
    session: session.id,
    speaker: names.get(turn.speaker) ?? turn.speaker,
    seat: names.has(turn.speaker) ? turn.speaker : '',
    from: new Date(turn.from).toISOString(),
    ms: turn.ms,
  }));
}

function sessionIn(state: EventState, session: Session): unknown {
  const { edits, startedAt, endedAt, ...rest } = session;
  const { date, timeZone } = state.event;
  const start = instantOf(date, session.plannedStart, timeZone);
  const iso = (instant: Instant | null) =>
    instant === null ? null : new Date(instant).toISOString();
  return {
    ...rest,
    plannedFrom: iso(start),
    plannedTo: iso(start + session.plannedMs),
    plannedMinutes: session.plannedMs / MINUTE,
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
  };
}

const documentSchema = z.object({
  format: z.literal('nuija'),
  version: z.int().min(1),
  facts: z.array(z.looseObject({ cmd: z.string(), kind: z.string() })),
});

/**
 * The commits of an exported document, to be replayed from the first. Throws a DeskError when the
 * file is something else, was damaged, or comes from a later version.
 */
export function readDocument(bytes: Uint8Array): Commit[] {
  const json = parse(new TextDecoder().decode(bytes));
  const read = documentSchema.safeParse(json);
  if (!read.success) throw refuse('document.notNuija', 'This is not an event exported by Nuija.');
  const { version, facts } = read.data;
  if (version > DOCUMENT_VERSION) {
    throw new DeskError(
      'document.newer',
      { version, known: DOCUMENT_VERSION },
      `The file is of version ${version}, this Nuija reads up to ${DOCUMENT_VERSION}: update Nuija.`,
    );
  }
  return commitsOf(facts);
}

function commitsOf(facts: ReadonlyArray<{ cmd: string; kind: string }>): Commit[] {
  const commits: Array<Commit & { facts: Fact[] }> = [];
  for (const [index, { cmd, kind, ...fact }] of facts.entries()) {
    const stamp = stampSchema.safeParse(fact);
    const body = factBodySchema.safeParse(fact);
    if (!stamp.success || !body.success) {
      throw refuse('document.damaged', `Fact ${index + 1} of the file is damaged.`, index + 1);
    }
    const whole = { ...stamp.data, ...body.data };
    const last = commits.at(-1);
    if (last?.cmd === cmd) last.facts.push(whole);
    else commits.push({ seq: index + 1, cmd, kind, facts: [whole] });
  }
  return commits;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('document.notNuija', 'This is not an event exported by Nuija.');
  }
}

function refuse(code: string, message: string, fact = 0): DeskError {
  return new DeskError(code, { fact }, message);
}

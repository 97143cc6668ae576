import type { Command } from '../commands/command';
import type { Context, GroupAnswer, Refusal } from '../commands/context';
import { decide } from '../commands/decide';
import type { Commit } from '../facts/commit';
import type { Fact, FactBody } from '../facts/fact';
import { fold } from '../facts/fold';
import { makeCode } from '../model/code';
import { newEvent } from '../model/event';
import type { EventDetails } from '../model/event';
import { EMPTY_PANEL } from '../model/session';
import type { Panel, Seat, SessionDetails } from '../model/session';
import { EMPTY_STATE } from '../model/state';
import type { EventState } from '../model/state';
import type { Duration, Instant, Ulid } from '../model/units';
import { instantOf } from '../programme/instant';

/** What a command came to. `facts` are those stated, none when it was refused. */
export interface Answer {
  cmd: string;
  facts: readonly Fact[];
  refusal: Refusal | null;
  status: string;
  /** Told when somebody was checked in on another day than the event's. */
  otherDay?: string;
  group?: GroupAnswer;
}

export const TEST_DAY = '2026-03-18';
export const TEST_ZONE = 'Europe/Helsinki';

/** Test day, at minutes from midnight. */
export const at = (minute: number): Instant => instantOf(TEST_DAY, minute, TEST_ZONE);

/**
 * A desk for tests, without files and windows: real decisions, real folding, a clock that stands
 * still until it is moved, and ids that are counted. It begins at 8.00 of the test day.
 */
export class DeskOfPaper {
  state: EventState = EMPTY_STATE;
  now: Instant = at(8 * 60);
  readonly commits: Commit[] = [];
  private count = 0;

  constructor(
    details: Partial<EventDetails> = {},
    public desk = 'Tiski 1',
  ) {
    const stated = { name: 'Testi', date: TEST_DAY, timeZone: TEST_ZONE, ...details };
    this.keep('event.create', this.newId(), [
      { type: 'event.created', event: newEvent({ id: 'event', tag: 'T1' }, stated) },
    ]);
  }

  /** Carries a command out as a desk does. */
  ask(command: Command): Answer {
    const context: Context = {
      now: this.now,
      desk: this.desk,
      newId: () => this.newId(),
      newCode: (tag) => this.newCode(tag),
    };
    const decision = decide(this.state, command, context);
    const cmd = this.newId();
    if ('refusal' in decision) {
      const { refusal } = decision;
      return { cmd, facts: [], refusal, status: refusal.status ?? '' };
    }
    const facts = this.keep(command.type, cmd, decision.facts);
    const { status = '', otherDay, group } = decision;
    return {
      cmd,
      facts,
      refusal: null,
      status,
      ...(otherDay ? { otherDay } : {}),
      ...(group ? { group } : {}),
    };
  }

  /** As `ask`, for a command that must not be refused. */
  must(command: Command): Answer {
    const answer = this.ask(command);
    if (answer.refusal) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
    return answer;
  }

  /** Lets time pass. */
  pass(length: Duration): void {
    this.now += length;
  }

  /** Adds a session and gives its id. */
  session(fields: Partial<SessionDetails>): string {
    return idOf(this.must({ type: 'session.add', fields }), 'session.added');
  }

  /** Adds a panel with seats `a`, `b`, `c` … and gives its id. */
  panel(
    seats: number,
    settings: Partial<Panel> = {},
    fields: Partial<SessionDetails> = {},
  ): string {
    const panel = { ...EMPTY_PANEL, seats: seatsOf(seats), ...settings };
    return this.session({ kind: 'panel', title: 'Paneeli', ...fields, panel });
  }

  /** Adds a participant and gives the id. */
  person(firstName: string, lastName = ''): string {
    const fields = { firstName, lastName };
    return idOf(this.must({ type: 'participant.add', fields }), 'participant.added');
  }

  private keep(kind: string, cmd: string, bodies: readonly FactBody[]): readonly Fact[] {
    if (bodies.length === 0) return [];
    const stamp = () => ({ id: this.newId(), at: this.now, desk: this.desk });
    const facts = bodies.map((body): Fact => ({ ...stamp(), ...body }));
    const commit = { seq: this.state.seq + 1, cmd, kind, facts };
    this.state = fold(this.state, commit);
    this.commits.push(commit);
    return facts;
  }

  private newId(): Ulid {
    return String(++this.count).padStart(26, '0');
  }

  private newCode(tag: string): string {
    this.count++;
    const bytes = Array.from({ length: 9 }, (_, place) => Math.floor(this.count / 32 ** place));
    return makeCode(tag, new Uint8Array(bytes));
  }
}

/** Seats `a`, `b`, `c` … of equal weight. */
export function seatsOf(count: number): Seat[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String.fromCharCode(97 + index);
    const name = `Panelisti ${id.toUpperCase()}`;
    return { id, name, title: '', organisation: '', participant: '', weight: 1, dropped: false };
  });
}

/** The id of the record that a command added. */
export function idOf(
  { facts }: Answer,
  type: 'participant.added' | 'session.added' | 'floor.given' | 'turn.split' | 'feedback.given',
): string {
  for (const fact of facts) {
    if (fact.type !== type) continue;
    if (fact.type === 'participant.added') return fact.participant.id;
    if (fact.type === 'session.added') return fact.session.id;
    if (fact.type === 'floor.given') return fact.mark;
    if (fact.type === 'turn.split') return fact.mark.id;
    if (fact.type === 'feedback.given') return fact.feedback.id;
  }
  throw new Error(`no ${type}`);
}

import type { Commit } from '../../../shared/facts/commit';
import type { EventState } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import { exportedTurns } from '../export/json';
import { consentedOnly } from './consented';

/** A table of the server: its columns with their types, those that make its key, and the rows of one event. */
export interface TableRows {
  name: string;
  columns: ReadonlyArray<readonly [string, string]>;
  key: readonly string[];
  rows: Array<Record<string, unknown>>;
}

const iso = (instant: Instant | null) =>
  instant === null ? null : new Date(instant).toISOString();

/** The event as rows, in an order in which every row finds those it refers to. Contact details only of those who agreed. */
export function tablesOf(state: EventState, commits: readonly Commit[], now: Instant): TableRows[] {
  const { event } = state;
  const event_id = event.id;
  const people = [...state.participants];
  const sessions = inOrder(state.sessions);
  return [
    {
      name: 'events',
      columns: columns(
        'id text, name text, date date, time_zone text, region text, venue text, theme text, sample boolean, closed_at timestamptz, erased_at timestamptz, retention_days integer',
      ),
      key: ['id'],
      rows: [
        {
          ...event,
          time_zone: event.timeZone,
          closed_at: iso(event.closedAt),
          erased_at: iso(event.erasedAt),
          retention_days: event.retentionDays,
        },
      ],
    },
    {
      name: 'participants',
      columns: columns(
        'event_id text, id text, first_name text, last_name text, organisation text, title text, sector text, org_size text, role text, source text, status text, consent_contact boolean, consent_photo boolean, email text, phone text, badges_printed integer',
      ),
      key: ['event_id', 'id'],
      rows: people.map((one) => ({
        ...one,
        event_id,
        first_name: one.firstName,
        last_name: one.lastName,
        org_size: one.orgSize,
        consent_contact: one.consentContact,
        consent_photo: one.consentPhoto,
        email: one.consentContact ? one.email : null,
        phone: one.consentContact ? one.phone : null,
        badges_printed: one.prints.length,
      })),
    },
    {
      name: 'check_ins',
      columns: columns(
        'event_id text, participant_id text, checked_in_at timestamptz, desk text, left_at timestamptz',
      ),
      key: ['event_id', 'participant_id'],
      rows: people
        .filter(({ checkedInAt }) => checkedInAt !== null)
        .map((one) => ({
          event_id,
          participant_id: one.id,
          checked_in_at: iso(one.checkedInAt),
          desk: one.checkedInDesk,
          left_at: iso(one.leftAt),
        })),
    },
    {
      name: 'sessions',
      columns: columns(
        'event_id text, id text, kind text, title text, room text, position integer, planned_start timestamptz, planned_ms bigint, started_at timestamptz, ended_at timestamptz',
      ),
      key: ['event_id', 'id'],
      rows: sessions.map((session, at) => ({
        ...session,
        event_id,
        position: at + 1,
        planned_start: iso(instantOf(event.date, session.plannedStart, event.timeZone)),
        planned_ms: session.plannedMs,
        started_at: iso(session.startedAt),
        ended_at: iso(session.endedAt),
      })),
    },
    {
      name: 'turns',
      columns: columns(
        'event_id text, session_id text, number integer, speaker text, seat text, started_at timestamptz, ms bigint',
      ),
      key: ['event_id', 'session_id', 'number'],
      rows: sessions.flatMap((session) =>
        exportedTurns(state, session, now).map(({ speaker, seat, from, ms }, at) => ({
          event_id,
          session_id: session.id,
          number: at + 1,
          speaker,
          seat,
          started_at: from,
          ms: Math.round(ms),
        })),
      ),
    },
    {
      name: 'feedback',
      columns: columns('event_id text, id text, source text, answers jsonb'),
      key: ['event_id', 'id'],
      rows: [...state.feedback].map((one) => ({
        ...one,
        event_id,
        answers: withoutNul(one.answers),
      })),
    },
    {
      name: 'facts',
      columns: columns(
        'event_id text, id text, seq integer, cmd text, kind text, type text, at timestamptz, desk text, fact json',
      ),
      key: ['event_id', 'id'],
      rows: consentedOnly(commits, state).flatMap(({ seq, cmd, kind, facts }) =>
        facts.map((fact, at) => {
          const { id, type, desk } = fact;
          const stamp = { event_id, id, seq: seq + at, cmd, kind, type, at: iso(fact.at), desk };
          return { ...stamp, fact: JSON.stringify(fact) };
        }),
      ),
    },
  ];
}

function columns(list: string): Array<readonly [string, string]> {
  return list.split(', ').map((one) => {
    const [name = '', type = ''] = one.split(' ');
    return [name, type];
  });
}

/** PostgreSQL has no NUL in a text; nothing that people read has one either. */
export const withoutNul = (rows: unknown): string =>
  JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  );

import type { Client } from 'pg';
import { failure } from '../../desk/failure';

/** One step of the schema after another; what stands here is never changed, only added to. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE nuija.events (
    id text PRIMARY KEY, name text NOT NULL, date date NOT NULL, time_zone text NOT NULL,
    region text NOT NULL, venue text NOT NULL, theme text NOT NULL, sample boolean NOT NULL,
    closed_at timestamptz, erased_at timestamptz, retention_days integer NOT NULL);
  CREATE TABLE nuija.participants (
    event_id text NOT NULL REFERENCES nuija.events ON DELETE CASCADE, id text NOT NULL,
    first_name text NOT NULL, last_name text NOT NULL, organisation text NOT NULL, title text NOT NULL,
    sector text NOT NULL, org_size text NOT NULL, role text NOT NULL, source text NOT NULL,
    status text NOT NULL, consent_contact boolean, consent_photo boolean,
    email text, phone text, badges_printed integer NOT NULL, PRIMARY KEY (event_id, id));
  CREATE TABLE nuija.check_ins (
    event_id text NOT NULL, participant_id text NOT NULL, checked_in_at timestamptz NOT NULL,
    desk text NOT NULL, left_at timestamptz, PRIMARY KEY (event_id, participant_id),
    FOREIGN KEY (event_id, participant_id) REFERENCES nuija.participants ON DELETE CASCADE);
  CREATE TABLE nuija.sessions (
    event_id text NOT NULL REFERENCES nuija.events ON DELETE CASCADE, id text NOT NULL,
    kind text NOT NULL, title text NOT NULL, room text NOT NULL, position integer NOT NULL,
    planned_start timestamptz NOT NULL, planned_ms bigint NOT NULL,
    started_at timestamptz, ended_at timestamptz, PRIMARY KEY (event_id, id));
  CREATE TABLE nuija.turns (
    event_id text NOT NULL, session_id text NOT NULL, number integer NOT NULL,
    speaker text NOT NULL, seat text NOT NULL, started_at timestamptz NOT NULL, ms bigint NOT NULL,
    PRIMARY KEY (event_id, session_id, number),
    FOREIGN KEY (event_id, session_id) REFERENCES nuija.sessions ON DELETE CASCADE);
  CREATE TABLE nuija.facts (
    event_id text NOT NULL REFERENCES nuija.events ON DELETE CASCADE, id text NOT NULL,
    seq integer NOT NULL, cmd text NOT NULL, kind text NOT NULL, type text NOT NULL,
    at timestamptz NOT NULL, desk text NOT NULL, fact json NOT NULL, PRIMARY KEY (event_id, id));
  `,
  `
  CREATE TABLE nuija.feedback (
    event_id text NOT NULL REFERENCES nuija.events ON DELETE CASCADE, id text NOT NULL,
    source text NOT NULL, answers jsonb NOT NULL, PRIMARY KEY (event_id, id));
  CREATE TABLE nuija.exports (
    event_id text PRIMARY KEY REFERENCES nuija.events ON DELETE CASCADE,
    began_at timestamptz NOT NULL, finished_at timestamptz, facts integer NOT NULL);
  CREATE INDEX facts_in_order ON nuija.facts (event_id, seq);
  `,
];

/** The version that this Nuija writes and reads. */
export const SCHEMA_VERSION = STEPS.length;

/** The schema's version on the server, 0 where there is none. */
export async function versionOf(client: Client): Promise<number> {
  const there = await client.query<{ there: boolean }>(
    "SELECT to_regclass('nuija.schema_version') IS NOT NULL AS there",
  );
  if (!there.rows[0]?.there) return 0;
  const { rows } = await client.query<{ version: number }>(
    'SELECT version FROM nuija.schema_version',
  );
  return rows[0]?.version ?? 0;
}

/**
 * Creates the schema `nuija` or brings an older one up to date, whole or not at all. Throws a DeskError
 * `postgres.newer` for one that a later Nuija has made, and changes nothing. `upTo` is for tests.
 */
export async function migrate(client: Client, upTo = SCHEMA_VERSION): Promise<void> {
  await client.query('BEGIN');
  // Two that begin at once do it one after the other.
  await client.query("SELECT pg_advisory_xact_lock(hashtext('nuija schema'))");
  const version = await versionOf(client);
  if (version > SCHEMA_VERSION) {
    throw failure('postgres.newer', { version, known: SCHEMA_VERSION });
  }
  if (version < upTo) {
    // Whoever may only write into a schema that an administrator has made need not be allowed to make one.
    const { rows } = await client.query<{ there: boolean }>(
      "SELECT to_regnamespace('nuija') IS NOT NULL AS there",
    );
    if (!rows[0]?.there) await client.query('CREATE SCHEMA nuija');
    if (version === 0) {
      await client.query('CREATE TABLE nuija.schema_version (version integer NOT NULL)');
      await client.query('INSERT INTO nuija.schema_version VALUES (0)');
    }
    for (const step of STEPS.slice(version, upTo)) await client.query(step);
    await client.query('UPDATE nuija.schema_version SET version = $1', [upTo]);
  }
  await client.query('COMMIT');
}

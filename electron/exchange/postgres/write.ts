import type { Client } from 'pg';
import type { Commit } from '../../../shared/facts/commit';
import { fold } from '../../../shared/facts/fold';
import { EMPTY_STATE } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import { failure } from '../../desk/failure';
import { onServer } from './connect';
import { tablesOf, withoutNul } from './rows';
import type { TableRows } from './rows';
import { migrate, SCHEMA_VERSION } from './schema';

/** Rows of one transaction. */
const BATCH = 500;

/** What stands on the server afterwards. */
export interface Written {
  event: string;
  /** Rows of each table. */
  tables: Record<string, number>;
  schema: number;
}

interface Options {
  now: Instant;
  /** Rows of one transaction. */
  batch?: number;
  /** Hears of each transaction that is through. */
  through?(rows: number): Promise<void> | void;
}

/**
 * Writes an event to a server, in transactions of so many rows. Run again it changes nothing but what has
 * changed here; cut off in the middle it goes on where it was, for every row is written over itself. Until the
 * last one is there, `nuija.exports` says that it is not finished.
 */
export function writeToServer(
  url: string,
  commits: readonly Commit[],
  { now, batch = BATCH, through = () => {} }: Options,
): Promise<Written> {
  const state = commits.reduce(fold, EMPTY_STATE);
  const event = state.event.id;
  const tables = tablesOf(state, commits, now);
  return onServer(url, async (client) => {
    await oneAtATime(client, event);
    await migrate(client);
    await refuseStrangers(client, event, tables);
    const [events, ...others] = tables;
    const facts = others.at(-1)?.rows.length ?? 0;
    await inOne(client, async () => {
      if (events) await upsert(client, events, events.rows);
      await client.query(
        `INSERT INTO nuija.exports VALUES ($1, now(), NULL, $2)
         ON CONFLICT (event_id) DO UPDATE SET began_at = now(), finished_at = NULL, facts = $2`,
        [event, facts],
      );
    });
    for (const table of others) {
      for (let from = 0; from < table.rows.length; from += batch) {
        const rows = table.rows.slice(from, from + batch);
        await inOne(client, () => upsert(client, table, rows));
        await through(rows.length);
      }
    }
    await inOne(client, async () => {
      for (const table of others.toReversed()) await removeGone(client, event, table);
      await client.query('UPDATE nuija.exports SET finished_at = now() WHERE event_id = $1', [
        event,
      ]);
    });
    const counts = tables.map(({ name, rows }) => [name, rows.length]);
    return { event, tables: Object.fromEntries(counts), schema: SCHEMA_VERSION };
  });
}

/** Held until the connection ends. */
async function oneAtATime(client: Client, event: string): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_lock(hashtext('nuija event'), hashtext($1)) AS mine",
    [event],
  );
  if (!rows[0]?.mine) throw failure('postgres.busy');
}

/** A server that knows more of the event than this desk does would be left with a mixture. */
async function refuseStrangers(client: Client, event: string, tables: TableRows[]): Promise<void> {
  const known = tables.at(-1)?.rows.map(({ id }) => id) ?? [];
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM nuija.facts WHERE event_id = $1 AND id <> ALL($2::text[])',
    [event, known],
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw failure('postgres.otherFacts', { count });
}

async function inOne(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  await work();
  await client.query('COMMIT');
}

async function upsert(
  client: Client,
  { name, columns, key }: TableRows,
  rows: TableRows['rows'],
): Promise<void> {
  const names = columns.map(([column]) => column);
  const others = names.filter((column) => !key.includes(column));
  const given = rows.map((row) => Object.fromEntries(names.map((one) => [one, row[one] ?? null])));
  // JSON goes as text, which PostgreSQL takes as it stands.
  const types = columns.map(([one, type]) => `${one} ${isJson(type) ? 'text' : type}`);
  const values = columns.map(([one, type]) => (isJson(type) ? `${one}::${type}` : one));
  const sets = others.map((one) => `${one} = excluded.${one}`);
  await client.query(
    `INSERT INTO nuija.${name} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM json_to_recordset($1::json) AS given(${types.join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sets.join(', ')}`,
    [withoutNul(given)],
  );
}

const isJson = (type: string) => type.startsWith('json');

/** What an earlier export wrote and is not here any more: undone, or joined with another record. */
async function removeGone(client: Client, event: string, table: TableRows): Promise<void> {
  const [, ...key] = table.key;
  const here = table.rows.map((row) => JSON.stringify(key.map((one) => String(row[one]))));
  const columns = key.map((one) => `${one}::text`).join(', ');
  await client.query(
    `DELETE FROM nuija.${table.name}
     WHERE event_id = $1 AND json_build_array(${columns})::jsonb <> ALL($2::jsonb[])`,
    [event, here],
  );
}

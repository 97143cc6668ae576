import { failure } from '../../desk/failure';
import { onServer } from './connect';
import { SCHEMA_VERSION, versionOf } from './schema';

/**
 * The history of an event on a server, as the JSON document that a desk takes in. Throws a DeskError where the
 * server has no such event, was not written to the end, or was made by a later Nuija.
 */
export function readFromServer(url: string, event: string): Promise<Uint8Array> {
  return onServer(url, async (client) => {
    const version = await versionOf(client);
    if (version > SCHEMA_VERSION) {
      throw failure('postgres.newer', { version, known: SCHEMA_VERSION });
    }
    if (version < SCHEMA_VERSION) throw failure('postgres.unknown', { id: event });
    // All from one moment, also while somebody writes.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: exports } = await client.query<{ finished: boolean }>(
      'SELECT finished_at IS NOT NULL AS finished FROM nuija.exports WHERE event_id = $1',
      [event],
    );
    if (!exports[0]) throw failure('postgres.unknown', { id: event });
    if (!exports[0].finished) throw failure('postgres.unfinished', { id: event });
    const { rows } = await client.query<{ cmd: string; kind: string; fact: object }>(
      'SELECT cmd, kind, fact FROM nuija.facts WHERE event_id = $1 ORDER BY seq, id',
      [event],
    );
    await client.query('COMMIT');
    const facts = rows.map(({ cmd, kind, fact }) => ({ ...fact, cmd, kind }));
    return new TextEncoder().encode(JSON.stringify({ format: 'nuija', version: 1, facts }));
  });
}

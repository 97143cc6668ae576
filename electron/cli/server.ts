import { serverAddress } from '../exchange/postgres/address';
import { readDocument } from '../exchange/export/json';
import { neededText } from './usage';
import type { Words } from './usage';
import type { Asking, Said } from './verb';

/**
 * `export --to postgres://…`: the event goes to a PostgreSQL server, from this process, never from a desk that
 * runs. That desk only gives the event's history.
 */
export async function exportToServer(words: Words, url: string, asking: Asking): Promise<Said> {
  const { shown } = serverAddress(url);
  const event = neededText(words, 'event');
  const { bytes } = await asking.ask('export.make', { event, format: 'json' });
  const { now } = await asking.ask('event.state', { event });
  const { writeToServer } = await import('../exchange/postgres/write');
  const written = await writeToServer(url, readDocument(Buffer.from(bytes, 'base64')), { now });
  const rows = Object.entries(written.tables).map(([table, count]) => `${table} ${count}`);
  return {
    json: { written: shown, ...written },
    lines: [`${shown}: ${rows.join(', ')}`],
  };
}

/** `event receive --from postgres://…`: the event's history from a server becomes an event of this desk. */
export async function receiveFromServer(words: Words, url: string, asking: Asking): Promise<Said> {
  const event = neededText(words, 'event');
  const { readFromServer } = await import('../exchange/postgres/read');
  const document = Buffer.from(await readFromServer(url, event));
  const made = await asking.ask('events.receive', { bytes: document.toString('base64') });
  return { json: made, lines: [`The event is ${made.event}.`] };
}

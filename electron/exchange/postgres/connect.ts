import type { Client } from 'pg';
import { DeskError } from '../../../shared/contract';
import { failure } from '../../desk/failure';
import { serverAddress, withoutSecrets } from './address';

/** How long a server may take to answer at all, ms. */
const PATIENCE = 15_000;

/**
 * Works on a PostgreSQL server and lets go of it. The library is loaded only here, so that whoever never asks
 * for a server never has it in memory. What fails is told with the server's address, never with a password.
 */
export async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const address = serverAddress(url, process.env['PGSSLMODE']);
  const refused = (error: unknown) => {
    if (error instanceof DeskError) return error;
    const what = withoutSecrets(error instanceof Error ? wordsOf(error) : String(error), address);
    return failure('postgres.failed', { server: address.shown, what });
  };
  try {
    const { default: pg } = await import('pg');
    const client = new pg.Client({
      connectionString: address.url,
      application_name: 'nuija',
      connectionTimeoutMillis: PATIENCE,
    });
    // A line that breaks while nothing is asked is told by the next question.
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      // On a broken line there is nothing to take leave of.
      await client.end().catch(() => undefined);
    }
  } catch (error) {
    throw refused(error);
  }
}

/** Where several addresses were tried, the system tells them apart and says nothing itself. */
function wordsOf(error: Error): string {
  if (error.message === '' && error instanceof AggregateError) {
    return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');
  }
  return error.message;
}

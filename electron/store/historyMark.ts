import { crc32 } from 'node:zlib';
import { journalHead, lineIsSound, parseLine } from './journalLine';
import { newHistory } from './openEvent';
import { snapshotHead, snapshotTail } from './snapshot';

const TAIL = snapshotTail(0).length;
const HEAD = snapshotHead('0'.repeat(16), 0, false).indexOf(',"seq"');

/**
 * An event's files with another mark of their history: from here on other facts will follow, and must never be
 * taken for those that once followed under the old mark. Files without a mark (version 1) come back as they are.
 */
export function underNewMark(files: { database: Buffer; journal: Buffer }): {
  database: Buffer;
  journal: Buffer;
} {
  const end = files.journal.indexOf('\n');
  if (end === -1 || !lineIsSound(files.journal, 0, end)) return files;
  const head = parseLine(files.journal, 0, end);
  if (head.what !== 'head') return files;
  const history = newHistory();
  const journal = Buffer.concat([
    Buffer.from(journalHead(history)),
    files.journal.subarray(end + 1),
  ]);
  return { database: remarked(files.database, history), journal };
}

function remarked(database: Buffer, history: string): Buffer {
  const start = Buffer.from(snapshotHead(history, 0, false).slice(0, HEAD));
  const body = Buffer.concat([start, database.subarray(start.length, database.length - TAIL)]);
  return Buffer.concat([body, Buffer.from(snapshotTail(crc32(body)))]);
}

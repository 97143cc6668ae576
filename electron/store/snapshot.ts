import { crc32 } from 'node:zlib';
import { checksumText } from './journalLine';
import type { ProblemKind } from './problem';

/** The database's content as lowdb holds it: a state and the number of the last fact folded into it. */
export interface Snapshot<S> {
  seq: number;
  state: S;
  /** The mark of the journal whose facts these are; null when a file of version 1 was read. */
  history: string | null;
}

/** 1 had no mark of its history, and could not be sealed; 2 had fewer fields (see JOURNAL_VERSION). */
export const SNAPSHOT_VERSION = 3;

/**
 * `{"format":"nuija-db","version":3,"history":"…","seq":12,"state":…,"crc":"9ae0daaf"}` and a newline; sealed, it
 * has `"sealed":"…"` in the state's place. The checksum is of all bytes before `,"crc"`, so that it can be taken
 * while the state goes out in pieces.
 */
export function snapshotHead(history: string, seq: number, sealed: boolean): string {
  const head = JSON.stringify({ format: 'nuija-db', version: SNAPSHOT_VERSION, history, seq });
  return `${head.slice(0, -1)},${sealed ? '"sealed":"' : '"state":'}`;
}

/** What closes a snapshot whose earlier bytes have this CRC-32. */
export function snapshotTail(sum: number): string {
  return `,"crc":"${checksumText(sum)}"}\n`;
}

/** The place a sealed state is sealed for. */
export const snapshotPlace = (seq: number) => `db ${seq}`;

const TAIL_LENGTH = snapshotTail(0).length;

/** A snapshot's bytes read: its content, or what is wrong with them. */
export type SnapshotReading =
  | {
      ok: true;
      version: number;
      history: string | null;
      seq: number;
      content: { state: unknown } | { sealed: string };
    }
  | { ok: false; what: ProblemKind; detail: string };

const wrong = (what: ProblemKind, detail: string): SnapshotReading => ({ ok: false, what, detail });

/** Checks and parses a snapshot of any version up to this one. Never throws; a later version is told apart from damage. */
export function readSnapshot(bytes: Buffer): SnapshotReading {
  if (bytes.length === 0) return wrong('empty', 'the file is empty');
  if (bytes.every((byte) => byte === 0))
    return wrong('nul-filled', 'the file holds only NUL bytes');
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return wrong('not-json', error instanceof Error ? error.message : String(error));
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || !('version' in json)) {
    return wrong('unreadable', 'the file is no Nuija database');
  }
  if (json.format !== 'nuija-db' || typeof json.version !== 'number') {
    return wrong('unreadable', 'the file is no Nuija database');
  }
  if (json.version > SNAPSHOT_VERSION) {
    return wrong(
      'newer',
      `version ${json.version} of the format, this Nuija reads ${SNAPSHOT_VERSION}`,
    );
  }
  const body = bytes.subarray(0, Math.max(0, bytes.length - TAIL_LENGTH));
  if (bytes.toString('latin1', body.length) !== snapshotTail(crc32(body))) {
    return wrong('checksum', 'the bytes are not those that were written');
  }
  if (!('seq' in json) || typeof json.seq !== 'number') {
    return wrong('unreadable', 'the file holds no state');
  }
  const history = 'history' in json ? String(json.history) : null;
  const known = { ok: true, version: json.version, history, seq: json.seq } as const;
  if ('sealed' in json && typeof json.sealed === 'string') {
    return { ...known, content: { sealed: json.sealed } };
  }
  if ('state' in json) return { ...known, content: { state: json.state } };
  return wrong('unreadable', 'the file holds no state');
}

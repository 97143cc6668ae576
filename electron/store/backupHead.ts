import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { BACKUP_REASONS } from '../../shared/model/backup';
import { isEventId } from './dataFolder';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { checksumText } from './journalLine';
import { KEY_FILE } from './keyFile';

export const BACKUP_VERSION = 1;

/** The longest head in bytes: so much is read to list a backup. */
export const LONGEST_HEAD = 16_384;
/** The largest file inside a backup, unpacked, in bytes. */
const LARGEST_PART = 1024 ** 3;

const partSchema = z.object({
  file: z.enum([SNAPSHOT_FILE, JOURNAL_FILE, KEY_FILE]),
  /** Bytes as they lie in the event's folder, and their CRC-32. */
  size: z.int().min(0).max(LARGEST_PART),
  crc: z.string(),
  /** Bytes gzipped, as they follow the head. */
  packed: z.int().min(0).max(LARGEST_PART),
});
export type BackupPart = z.infer<typeof partSchema>;
export type PartFile = BackupPart['file'];

/** What may be told of an event without opening the backup; left out where the event has a passphrase. */
const aboutSchema = z.object({
  name: z.string().max(300),
  /** YYYY-MM-DD */
  date: z.string().max(10),
  participants: z.int().min(0),
  present: z.int().min(0),
});
export type BackupAbout = z.infer<typeof aboutSchema>;

const headSchema = z.object({
  event: z.string().refine(isEventId),
  seq: z.int().min(0),
  /** ms since 1970. */
  at: z.int().min(0).max(8.64e15),
  why: z.enum(BACKUP_REASONS),
  sealed: z.boolean(),
  about: aboutSchema.optional(),
  parts: z.array(partSchema).min(2).max(3),
});
export type BackupHead = z.infer<typeof headSchema>;

/** `not-a-backup` some other file · `newer` a later version of Nuija made it · `damaged` not what was written. */
export type BackupFlaw = 'not-a-backup' | 'newer' | 'damaged';

/** A head read: what it says and its length in bytes, or what is wrong with it. */
export type HeadReading =
  | { ok: true; head: BackupHead; length: number }
  | { ok: false; flaw: BackupFlaw; detail: string };

/** The first line of a backup. The checksum is of all bytes before `,"crc"`. */
export function backupHeadLine(head: BackupHead): string {
  const body = JSON.stringify({ format: 'nuija-backup', version: BACKUP_VERSION, ...head });
  const open = body.slice(0, -1);
  return `${open},"crc":"${checksumText(crc32(open))}"}\n`;
}

const TAIL_LENGTH = ',"crc":"00000000"}'.length;

/** Reads the head from a file's beginning (LONGEST_HEAD bytes are always enough). Never throws. */
export function readBackupHead(start: Buffer): HeadReading {
  const wrong = (flaw: BackupFlaw, detail: string): HeadReading => ({ ok: false, flaw, detail });
  const length = start.indexOf('\n') + 1;
  if (length === 0 || length > LONGEST_HEAD) return wrong('not-a-backup', 'it has no first line');
  let json: unknown;
  try {
    json = JSON.parse(start.toString('utf8', 0, length));
  } catch {
    return wrong('not-a-backup', 'its first line is no JSON');
  }
  const named = z.object({ format: z.literal('nuija-backup'), version: z.int() }).safeParse(json);
  if (!named.success) return wrong('not-a-backup', 'it says it is something else');
  if (named.data.version > BACKUP_VERSION) {
    return wrong('newer', `version ${named.data.version}, this Nuija reads ${BACKUP_VERSION}`);
  }
  const open = start.subarray(0, Math.max(0, length - 1 - TAIL_LENGTH));
  const tail = start.toString('latin1', open.length, length - 1);
  if (tail !== `,"crc":"${checksumText(crc32(open))}"}`) {
    return wrong('damaged', 'its first line is not what was written');
  }
  const head = headSchema.safeParse(json);
  return head.success
    ? { ok: true, head: head.data, length }
    : wrong('damaged', 'its first line does not say what it should');
}

/** Length of the whole file in bytes. */
export function backupSize(head: BackupHead, headLength: number): number {
  return head.parts.reduce((sum, part) => sum + part.packed, headLength);
}

import { z } from 'zod';

/** What of an event may be told without opening its backup; nothing where it has a passphrase. */
export const backupAboutSchema = z.object({
  name: z.string(),
  /** YYYY-MM-DD */
  date: z.string(),
  participants: z.number(),
  present: z.number(),
});

/** What is wrong with a backup that cannot be used. */
export const backupFlawSchema = z.enum(['not-a-backup', 'newer', 'damaged', 'other-event']);
export type BackupFlawName = z.infer<typeof backupFlawSchema>;

/**
 * Why a backup was made. `snapshot` after the database was written · `hourly` the first of an hour · `asked` by
 * a person · the others right before what they name, so that it can be taken back.
 */
export const BACKUP_REASONS = [
  'snapshot',
  'hourly',
  'asked',
  'import',
  'migration',
  'erasure',
  'restore',
  'passphrase',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A backup of an event, as a list shows it. */
export const backupSchema = z.object({
  /** Its file's name. */
  name: z.string(),
  /** ms since 1970. */
  at: z.number(),
  why: z.enum(BACKUP_REASONS),
  /** Number of the last fact in it. */
  seq: z.number(),
  /** Bytes. */
  size: z.number(),
  /** Whether it can be read only with the event's passphrase. */
  sealed: z.boolean(),
  about: backupAboutSchema.nullable(),
  flaw: backupFlawSchema.nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

/** A USB stick, with the backups that were found on it; those that cannot be read are left out. */
export const driveSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** Free bytes, null where the system does not say. */
  free: z.number().nullable(),
  backups: z.array(
    backupSchema.extend({
      event: z.string(),
      /** Whether the event is on this desk already. */
      here: z.boolean(),
    }),
  ),
});
export type Drive = z.infer<typeof driveSchema>;

/** A backup from outside: a file on a stick, or bytes that a browser has read. */
export const backupSourceSchema = z.union([
  z.strictObject({ drive: z.string().max(1_000), file: z.string().max(1_000) }),
  z.strictObject({ bytes: z.base64().max(140_000_000) }),
]);
export type BackupSource = z.infer<typeof backupSourceSchema>;

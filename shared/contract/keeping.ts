import { z } from 'zod';
import { backupAboutSchema, backupSchema, backupSourceSchema, driveSchema } from '../model/backup';
import { base64, channel, event, nothing } from './common';
import { failureSchema } from './outcome';

const passphrase = z.string().min(1).max(1_000);

/** What became of the files that were not sealed as the event is now. */
const resealedSchema = z.object({
  /** Older backups and damaged files kept aside that were deleted. */
  removed: z.number(),
  /** Whether a new backup was made and read back. */
  backup: z.boolean(),
});

/** What becomes of an event's files: saving, erasing, passphrase, backups. */
export const keepingChannels = {
  /** Tries whether the desk can save again: resolves once all it knows is durable, else says why not. */
  'event.save': channel(z.object({ event }), nothing),
  /** Takes personal data out of an event and all its files for good; the figures stay. */
  'event.erase': channel(
    z.object({ event, confirm: z.string().max(1_000).describe("the event's name, as typed") }),
    z.object({
      /** Whose data are gone. */
      people: z.int(),
      /** Files that are gone, by their paths in the event's folder: backups, damaged ones kept aside. */
      removed: z.array(z.string()),
      /** What was searched for afterwards, and in which files some of it was still found. */
      searched: z.object({
        files: z.int(),
        bytes: z.int(),
        texts: z.int(),
        left: z.array(z.object({ file: z.string(), texts: z.int() })),
      }),
    }),
  ),
  /** Whether the event has a passphrase, and whether this desk has its key at the moment. */
  'event.protection': channel(
    z.object({ event }),
    z.object({ sealed: z.boolean(), open: z.boolean() }),
  ),
  /** The key stays in the desk's memory until `event.lock` or the desk ends. One that is open stays open. */
  'event.unlock': channel(z.object({ event, passphrase }), nothing),
  'event.lock': channel(z.object({ event }), nothing),
  /** Sets or changes the passphrase; `old` where there is one. All files are sealed anew under a new key. */
  'event.setPassphrase': channel(
    z.object({ event, passphrase, old: passphrase.optional() }),
    resealedSchema,
  ),
  'event.removePassphrase': channel(z.object({ event, passphrase }), resealedSchema),
  /** An event's backups, the newest first; also of one that cannot be opened. */
  'backups.list': channel(
    z.object({ event }),
    z.object({
      backups: z.array(backupSchema),
      /** Why the last one could not be made. */
      trouble: failureSchema.nullable(),
    }),
  ),
  'backups.make': channel(z.object({ event }), backupSchema),
  /** Reads a backup whole; `detail` says in English what is wrong with it. */
  'backups.check': channel(
    z.object({ event, name: z.string().max(200) }),
    z.object({ ok: z.boolean(), detail: z.string() }),
  ),
  /** `before` takes the restoring back; it is null where the files were damaged, which are kept `aside`. */
  'backups.restore': channel(
    z.object({
      event,
      from: z.union([z.strictObject({ name: z.string().max(200) }), backupSourceSchema]),
    }),
    z.object({
      restored: z.object({
        at: z.number(),
        seq: z.number(),
        about: backupAboutSchema.nullable(),
      }),
      before: backupSchema.nullable(),
      aside: z.array(z.string()),
    }),
  ),
  /** A backup as a file to keep elsewhere; without a name, of how things stand now. */
  'backups.read': channel(
    z.object({ event, name: z.string().max(200).optional() }),
    z.object({ name: z.string(), mime: z.string(), bytes: base64 }),
  ),
  /** Copies how things stand now to a drive that is plugged in at the desk's machine. */
  'backups.copy': channel(
    z.object({ event, drive: z.string().max(1_000) }),
    z.object({ path: z.string(), backup: backupSchema }),
  ),
  /** The USB sticks at the desk's machine, with the backups on them. */
  'drives.list': channel(nothing, z.array(driveSchema)),
  /** A backup becomes an event of this desk; one that is here already is never overwritten. */
  'events.openBackup': channel(z.object({ from: backupSourceSchema }), z.object({ event })),
} as const;

import { z } from 'zod';
import { planSchema } from '../intake/plan';
import { takenSchema } from '../intake/taken';
import { base64, channel, event, job } from './common';
import { outcomeSchema } from './outcome';

export const importEncodingSchema = z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']);
export const importDelimiterSchema = z.enum([';', ',', '\t']);

/** A registration file as bytes, or pasted cells as text. What is not stated is recognised. */
const importSource = z.object({
  name: z.string().max(1_000),
  bytes: base64.max(140_000_000).optional(),
  text: z.string().max(20_000_000).optional(),
  encoding: importEncodingSchema.optional(),
  delimiter: importDelimiterSchema.optional(),
  sheet: z.string().max(200).optional(),
  /** The row that holds the headings, from 1; 0 = there are none. */
  headerRow: z.int().min(0).max(1_000_000).optional(),
  /** Column heading → participant field, '' = keep as an answer, '-' = leave out. */
  mapping: z.record(z.string(), z.string()).optional(),
});

/** How a registration file was understood. */
const importReadSchema = z.object({
  columns: z.array(
    z.object({ heading: z.string(), field: z.string(), samples: z.array(z.string()) }),
  ),
  /** '' for a workbook and for pasted cells. */
  encoding: z.union([importEncodingSchema, z.literal('')]),
  /** '' for a workbook. */
  delimiter: z.union([importDelimiterSchema, z.literal('')]),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** The row that holds the headings, from 1; 0 = there are none. */
  headerRow: z.int(),
  /** The first filled rows, any of which may hold the headings. */
  top: z.array(z.object({ row: z.int(), cells: z.string() })),
});

/** Read-out of a file before anything is written, in the person's terms. */
export const importPreviewSchema = importReadSchema.extend({ plan: planSchema });
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What an import did: everybody it added or updated is in the event, so only their numbers are told. */
export const importDoneSchema = importReadSchema.extend({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  conflicts: planSchema.shape.conflicts,
  rejected: planSchema.shape.rejected,
  outcome: outcomeSchema,
});

/** How far an import is: `share` of the whole, 0–1. From `saving` on it can only be undone. */
export const importProgressSchema = z.object({
  phase: z.enum(['none', 'reading', 'matching', 'saving']),
  share: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** Taking a registration file in. */
export const importChannels = {
  'import.preview': channel(
    z.object({ event, source: importSource, job: job.optional() }),
    importPreviewSchema,
  ),
  'import.apply': channel(
    z.object({
      event,
      source: importSource,
      /** The conflicts in which the file's value is taken; in all others the desk's stays. */
      take: takenSchema.optional(),
      job: job.optional(),
    }),
    importDoneSchema,
  ),
  'import.progress': channel(z.object({ job: job }), importProgressSchema),
  /** Gives a preview or an import up; `cancelled` is false when it is too late or there is none. */
  'import.cancel': channel(z.object({ job: job }), z.object({ cancelled: z.boolean() })),
} as const;

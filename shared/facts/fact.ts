import { z } from 'zod';
import { changeSchema } from '../model/done';
import { eventDetailsSchema, eventSchema } from '../model/event';
import { feedbackSchema } from '../model/feedback';
import { CORRECTIONS, correctionSchema, markSchema } from '../model/mark';
import { detailsSchema, otherRecordSchema, participantSchema } from '../model/participant';
import { sessionDetailsSchema, sessionSchema } from '../model/session';
import { stageSchema } from '../model/stage';
import { reprintReasonSchema } from '../print';

const participant = z.string();
const session = z.string();
const fields = <T extends z.ZodObject>(schema: T) => schema.partial();

/** What of a mark can be stated anew. Its default must not slip in where it was not stated. */
const corrigible = markSchema
  .pick({ at: true, speaker: true, resume: true })
  .extend({ extraMs: z.number() })
  .partial();

/** What can happen, without who stated it and when. One member per kind of fact. */
export const factBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event.created'), event: eventSchema }),
  z.object({ type: z.literal('event.edited'), fields: fields(eventDetailsSchema) }),

  /** Who was here is final until it is opened again. */
  z.object({ type: z.literal('event.closed') }),
  z.object({ type: z.literal('event.reopened') }),
  z.object({ type: z.literal('event.pinSet'), hash: z.string() }),
  /** Personal data were taken out of every fact before this one; nothing follows. */
  z.object({ type: z.literal('event.erased') }),

  z.object({ type: z.literal('participant.added'), participant: participantSchema }),
  /** Some of a file's people, each with what the file states and nothing else. */
  z.object({
    type: z.literal('participants.imported'),
    people: z.array(
      participantSchema.pick({ id: true, code: true }).extend({ fields: fields(detailsSchema) }),
    ),
  }),
  z.object({
    type: z.literal('participant.edited'),
    participant,
    fields: fields(detailsSchema),
    /** A file's edit yields to a desk's. */
    from: z.enum(['desk', 'import']),
  }),
  z.object({ type: z.literal('participant.checkedIn'), participant }),
  z.object({ type: z.literal('participant.left'), participant }),
  z.object({ type: z.literal('participant.cameBack'), participant }),
  z.object({ type: z.literal('participant.cancelled'), participant }),
  z.object({ type: z.literal('participant.reinstated'), participant }),
  /** Two records were one person: `other` is gone, what is left says all that both said. */
  z.object({
    type: z.literal('participant.merged'),
    participant,
    other: participant,
    fields: fields(detailsSchema),
    /** Codes of the other record. */
    codes: z.array(z.string()),
    /** What it, and what went into it before, is recognised by; an older Nuija did not state it. */
    records: z.array(otherRecordSchema).default([]),
    /** The fields of attendance as the two together have them. */
    attendance: participantSchema.pick({
      status: true,
      checkedInAt: true,
      checkedInDesk: true,
      leftAt: true,
    }),
    /** Badges of the other record. */
    prints: z.array(z.string()),
  }),
  z.object({
    type: z.literal('badges.printed'),
    participants: z.array(participant),
    /** Why somebody who had a badge got another. */
    again: reprintReasonSchema.optional(),
  }),

  z.object({ type: z.literal('session.added'), session: sessionSchema }),
  z.object({
    type: z.literal('session.edited'),
    session,
    fields: fields(sessionDetailsSchema.extend({ order: z.number() })),
  }),
  z.object({ type: z.literal('session.removed'), session }),
  z.object({ type: z.literal('session.started'), session }),
  z.object({ type: z.literal('session.ended'), session }),
  z.object({
    type: z.literal('programme.replanned'),
    strategy: z.string(),
    changes: z.array(
      z.object({
        session,
        fields: fields(sessionDetailsSchema.pick({ plannedStart: true, plannedMs: true })),
      }),
    ),
    /** Sessions left out of the day. */
    dropped: z.array(session),
  }),

  z.object({
    type: z.literal('floor.given'),
    session,
    mark: z.string(),
    speaker: z.string(),
    resume: z.string(),
  }),
  z.object({
    type: z.literal('turn.corrected'),
    mark: z.string(),
    fields: corrigible,
    /** Which correction the ledger tells of. */
    how: z.enum(CORRECTIONS).optional(),
    was: correctionSchema.shape.was.optional(),
    other: correctionSchema.shape.other.optional(),
    /** Not a correction of its own: more time, or what only follows from one. */
    quiet: z.boolean().optional(),
  }),
  z.object({ type: z.literal('turn.split'), mark: markSchema }),
  z.object({ type: z.literal('turn.takenBack'), mark: z.string() }),
  z.object({
    type: z.literal('hands.changed'),
    session,
    seat: z.string(),
    up: z.boolean(),
  }),

  z.object({ type: z.literal('feedback.given'), feedback: feedbackSchema }),
  z.object({ type: z.literal('feedback.removed'), feedback: z.string() }),

  z.object({
    type: z.literal('stage.changed'),
    fields: stageSchema.pick({ message: true, blackout: true }).partial(),
  }),

  z.object({
    type: z.literal('undone'),
    /** The command that was undone. */
    of: z.string(),
    /** before = as it was when undone, after = as it is again. */
    changes: z.array(changeSchema),
  }),
]);
export type FactBody = z.infer<typeof factBodySchema>;

/** Who stated a fact and when: `id` is a ULID, `at` the desk's clock in ms since the epoch. */
export const stampSchema = z.object({
  id: z.string(),
  at: z.number(),
  desk: z.string(),
});
export type Stamp = z.infer<typeof stampSchema>;

/** Something that happened. Facts are never changed or taken out. */
export const factSchema = z.intersection(stampSchema, factBodySchema);
export type Fact = Stamp & FactBody;

/** The fact of one type. */
export type FactOf<T extends FactBody['type']> = Stamp & Extract<FactBody, { type: T }>;

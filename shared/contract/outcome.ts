import { z } from 'zod';
import { publicParticipantSchema } from '../model/public';

const ids = z.array(z.string());
export const groupAnswerSchema = z.object({
  checkedIn: ids,
  already: ids,
  left: ids,
  cancelled: ids,
});

/** Answer to a command; `reason` is a whole English sentence, `code` and `params` give it in other languages. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Number of the last fact that is durable. */
    seq: z.number(),
    status: z.string().optional(),
    participant: publicParticipantSchema.optional(),
    /** The event's day (YYYY-MM-DD), told when somebody was checked in on another. */
    otherDay: z.string().optional(),
    /** Of a group: what became of each, by participant id. */
    group: groupAnswerSchema.optional(),
    /** Id of the command, for undo. */
    cmd: z.string(),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    status: z.string().optional(),
    participants: z.array(publicParticipantSchema).optional(),
  }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** How a failure crosses; `code` is a key under `error.` in the locales. */
export const failureSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Something about an event's files that a person has to know, in whole sentences. */
export const noticeSchema = z.object({
  event: z.string(),
  /** Empty where the event cannot be opened. */
  name: z.string(),
  says: z.array(failureSchema),
  /** It cannot be opened as it is; its backups can be listed and restored nevertheless. */
  closed: z.boolean().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

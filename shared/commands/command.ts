import { z } from 'zod';
import { takenSchema } from '../intake/taken';
import { eventDetailsSchema } from '../model/event';
import { answersSchema, feedbackSchema } from '../model/feedback';
import { detailsSchema, participantSchema } from '../model/participant';
import { panelSchema, seatSchema, sessionDetailsSchema } from '../model/session';
import { reprintReasonSchema } from '../print';

/** A participant by id, check-in code or e-mail address. */
const who = z.string().min(1).max(400).describe('participant: id, check-in code or e-mail');
const session = z.string().min(1).describe('session id');
const mark = z.string().min(1).describe('id of the mark that begins the turn');
const instant = z.number().describe('ms since the Unix epoch');
const seat = z.string().min(1).describe('seat id');
const speaker = z.string().max(100).describe('seat id, "moderator", "audience", or "" for nobody');

/** `scrypt$<salt>$<hash>` in base64url, as electron/desk/pin.ts makes it, or nothing. */
const PIN_HASH = /^(scrypt\$[\w-]{16,64}\$[\w-]{32,100})?$/;

/** Some of a record's fields; a field that does not exist is an error, not passed over. */
const fieldsOf = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => schema.partial().strict();

/** One row of a registration file, read and mapped; `row` as numbered in the file. */
export const importRowSchema = z.object({
  row: z.int(),
  fields: detailsSchema.partial(),
  /** Check-in code carried by the file, if any. */
  code: participantSchema.shape.code.optional(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

const participantCommands = [
  z.strictObject({
    type: z.literal('participant.add'),
    fields: fieldsOf(detailsSchema),
    walkIn: z.boolean().optional().describe('came without having registered'),
    checkIn: z.boolean().optional().describe('check in at once'),
  }),
  z.strictObject({
    type: z.literal('participant.edit'),
    who,
    fields: fieldsOf(detailsSchema.omit({ externalId: true })),
  }),
  z.strictObject({
    type: z.literal('participant.checkIn'),
    who,
    anyway: z.boolean().optional().describe('let a cancelled one in on purpose'),
  }),
  z.strictObject({
    type: z.literal('participant.checkInGroup'),
    who: z.array(who).max(20_000).optional(),
    organisation: z.string().optional().describe('everyone of this organisation'),
  }),
  z.strictObject({ type: z.literal('participant.leave'), who }),
  z.strictObject({ type: z.literal('participant.comeBack'), who }),
  z.strictObject({ type: z.literal('participant.cancel'), who }),
  z.strictObject({ type: z.literal('participant.reinstate'), who }),
  z.strictObject({
    type: z.literal('participant.merge'),
    who: who.describe('the record that stays'),
    other: who.describe('the record of the same person that goes into it'),
  }),
  z.strictObject({
    type: z.literal('participants.import'),
    file: z.string().max(1_000),
    rows: z.array(importRowSchema).max(200_000),
    mapping: z.record(z.string(), z.string()).optional(),
    take: takenSchema.optional().describe('conflicts in which the file is believed, not the desk'),
  }),
  z.strictObject({
    type: z.literal('badges.printed'),
    who: z.array(who).max(20_000),
    again: reprintReasonSchema.optional().describe('why somebody who had a badge got another'),
  }),
] as const;

const programmeCommands = [
  z.strictObject({ type: z.literal('event.edit'), fields: fieldsOf(eventDetailsSchema) }),
  z.strictObject({ type: z.literal('event.close') }),
  z.strictObject({ type: z.literal('event.reopen') }),
  z.strictObject({
    type: z.literal('event.setPin'),
    hash: z.string().max(500).regex(PIN_HASH).describe('hash of the PIN, "" = none'),
  }),
  z.strictObject({ type: z.literal('session.add'), fields: fieldsOf(sessionDetailsSchema) }),
  z.strictObject({
    type: z.literal('programme.add'),
    sessions: z
      .array(fieldsOf(sessionDetailsSchema))
      .min(1)
      .max(500)
      .describe('added in this order'),
  }),
  z.strictObject({
    type: z.literal('session.edit'),
    session,
    fields: fieldsOf(sessionDetailsSchema),
  }),
  z.strictObject({
    type: z.literal('session.move'),
    session,
    before: z.string().nullable().describe('session that will follow; null = last'),
    room: z.string().max(100).optional().describe('into this room; its own if left out'),
  }),
  z.strictObject({ type: z.literal('session.remove'), session }),
  z.strictObject({ type: z.literal('session.start'), session }),
  z.strictObject({ type: z.literal('session.end'), session }),
  z.strictObject({
    type: z.literal('programme.replan'),
    strategy: z.enum(['shorten-breaks', 'shorten-rest', 'shift', 'drop']),
    drop: z.string().optional().describe('with "drop": the session left out'),
  }),
] as const;

const floorCommands = [
  z.strictObject({ type: z.literal('floor.give'), session, speaker }),
  z.strictObject({ type: z.literal('floor.pause'), session }),
  z.strictObject({ type: z.literal('floor.resume'), session }),
  z.strictObject({ type: z.literal('turn.giveTo'), mark, speaker }),
  z.strictObject({ type: z.literal('turn.startAt'), mark, at: instant }),
  z.strictObject({ type: z.literal('turn.split'), mark, at: instant, speaker }),
  z.strictObject({
    type: z.literal('turn.leaveOut'),
    mark,
    from: instant,
    to: instant.describe('this stretch of the turn is nobody’s; afterwards the turn goes on'),
  }),
  z.strictObject({ type: z.literal('turn.takeBack'), mark }),
  z.strictObject({
    type: z.literal('turn.join'),
    mark: mark.describe('id of the mark of the turn that is joined with the turn before it'),
    speaker: speaker.optional().describe('whose the whole was; of the later turn if left out'),
  }),
  z.strictObject({
    type: z.literal('turn.extend'),
    mark,
    ms: z.int().min(-3_600_000).max(3_600_000).describe('more time for this turn, below 0 = less'),
  }),
  z.strictObject({
    type: z.literal('panel.edit'),
    session,
    fields: fieldsOf(panelSchema.omit({ seats: true, hands: true })),
  }),
  z.strictObject({
    type: z.literal('seat.add'),
    session,
    fields: fieldsOf(seatSchema.omit({ id: true, dropped: true })),
  }),
  z.strictObject({
    type: z.literal('seat.edit'),
    session,
    seat,
    fields: fieldsOf(seatSchema.omit({ id: true })),
  }),
  z.strictObject({
    type: z.literal('seat.move'),
    session,
    seat,
    before: z.string().nullable().describe('seat that will follow; null = last'),
  }),
  z.strictObject({ type: z.literal('hand.raise'), session, seat: z.string().min(1) }),
  z.strictObject({ type: z.literal('hand.lower'), session, seat: z.string().min(1) }),
] as const;

const deskCommands = [
  z.strictObject({
    type: z.literal('feedback.give'),
    answers: answersSchema.describe('question id → 1–4, yes or no, index of a choice, or words'),
    source: feedbackSchema.shape.source.optional().describe('kiosk if left out'),
  }),
  z.strictObject({ type: z.literal('feedback.remove'), feedback: z.string().min(1) }),
  z.strictObject({
    type: z.literal('stage.message'),
    text: z.string().trim().min(1).max(500),
    urgent: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('stage.clear') }),
  z.strictObject({ type: z.literal('stage.blackout'), on: z.boolean() }),
  z.strictObject({
    type: z.literal('undo'),
    of: z.string().optional().describe('command to undo; the last one that stands if left out'),
  }),
] as const;

/** Everything that can be asked of a desk about one event. */
export const commandSchema = z.discriminatedUnion('type', [
  ...participantCommands,
  ...programmeCommands,
  ...floorCommands,
  ...deskCommands,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A command with an id of the asker's own (a ULID): asked twice, for instance after a lost answer,
 * it is carried out once.
 */
export const askSchema = z.object({ id: z.ulid().optional(), command: commandSchema });
export type Ask = z.infer<typeof askSchema>;

/** The JSON Schema of every command, for other programs. */
export function commandJsonSchema(): unknown {
  return z.toJSONSchema(commandSchema, { io: 'input' });
}

import { z } from 'zod';

export const SESSION_KINDS = [
  'opening',
  'talk',
  'panel',
  'workshop',
  'break',
  'networking',
  'closing',
] as const;
export const sessionKindSchema = z.enum(SESSION_KINDS);
export type SessionKind = z.infer<typeof sessionKindSchema>;

const text = (max: number) => z.string().max(max);

/** Longest length that can be stated: a day and a half, in ms. */
const length = z.int().min(0).max(129_600_000);

/** A place at the panel's table. Budgets follow the weights. */
export const seatSchema = z.object({
  id: z.string().min(1).max(100),
  name: text(300),
  title: text(300),
  organisation: text(300),
  /** The participant who sits here, '' when not tied to a registration. */
  participant: text(100),
  weight: z.number().positive().max(100),
  /** Absent or gone: keeps what was spoken, gets no budget. */
  dropped: z.boolean(),
});
export type Seat = z.infer<typeof seatSchema>;

/** What the moderator sets for a panel; lengths in ms. */
export const panelSchema = z.object({
  seats: z.array(seatSchema).max(60),
  moderator: text(300),
  /** Kept for opening, questions and closing. */
  reserveMs: length,
  /** The panel ends when planned even if it began late. */
  holdEnd: z.boolean(),
  /** Limit of one turn, 0 = none. */
  turnLimitMs: length,
  /** With how much of a turn left the first and the second warning come; see `warningsOf`. */
  warnMs: z.object({ first: length, second: length }).optional(),
  /** Seats whose hand is up, first in the queue first. */
  hands: z.array(z.string().max(100)).max(60),
});
export type Panel = z.infer<typeof panelSchema>;

export const EMPTY_PANEL: Panel = {
  seats: [],
  moderator: '',
  reserveMs: 10 * 60_000,
  holdEnd: true,
  turnLimitMs: 2 * 60_000,
  hands: [],
};

/** What the coordinator states about a session; lengths in ms. */
export const sessionDetailsSchema = z.object({
  kind: sessionKindSchema,
  title: text(500),
  speakers: z.array(z.object({ name: text(300), title: text(300) })).max(60),
  room: text(100),
  /** Minutes from local midnight of the event's day. */
  plannedStart: z.int().min(0).max(2_880),
  plannedMs: length,
  /** Stays at its time whatever happens before it (lunch, a remote speaker). */
  fixed: z.boolean(),
  /** Shortest acceptable length, 0 = none stated. */
  shortestMs: length,
  panel: panelSchema.nullable(),
});
export type SessionDetails = z.infer<typeof sessionDetailsSchema>;

/** One item of the programme with what has really happened to it. */
export const sessionSchema = sessionDetailsSchema.extend({
  id: z.string(),
  /** Place in the programme among sessions of one planned start; lower first. */
  order: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  edits: z.record(z.string(), z.string()),
});
export type Session = z.infer<typeof sessionSchema>;

export const NO_SESSION_DETAILS: SessionDetails = {
  kind: 'talk',
  title: '',
  speakers: [],
  room: '',
  plannedStart: 9 * 60,
  plannedMs: 15 * 60_000,
  fixed: false,
  shortestMs: 0,
  panel: null,
};

/** The seats that take part in the sharing of time. */
export function seated(panel: Panel): Seat[] {
  return panel.seats.filter((seat) => !seat.dropped);
}

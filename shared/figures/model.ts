import { z } from 'zod';

const count = z.int().min(0);
/** Of a whole, 0–1; null where the whole is nothing. */
const share = z.number().nullable();
const instant = z.number();

/** How many of one kind: `key` '' = not stated, which is never shared out among the others. */
export const groupSchema = z.object({
  key: z.string(),
  registered: count,
  came: count,
  /** Of those who came and have stated it; null for those who have not. */
  share,
});
export type Group = z.infer<typeof groupSchema>;

/** Who came. Every count is of records: one that was merged into another counts as one. */
export const attendanceSchema = z.object({
  /** Signed up beforehand, those who cancelled later included: all but walk-ins. */
  registered: count,
  /** Cancelled, and did not come all the same. */
  cancelled: count,
  /** Checked in at any time, gone since or not. */
  came: count,
  /** Of those who came: had signed up. came = cameRegistered + walkIns. */
  cameRegistered: count,
  /** Of those who came: had not signed up. */
  walkIns: count,
  /** Signed up, did not cancel, did not come: registered − cancelled − cameRegistered. */
  noShows: count,
  /** noShows / (registered − cancelled). */
  noShowShare: share,
  /** came / registered; above 1 when more came than had signed up. */
  cameOfRegistered: share,
  /** In the house now, or at the end. */
  presentNow: count,
  /** Checked out before the last session's end, see `leftEarly` in docs/figures.md. */
  leftEarly: count,
  bySector: z.array(groupSchema),
  byRole: z.array(groupSchema),
  bySize: z.array(groupSchema),
  byRegion: z.array(groupSchema),
  /** Different organisations of those who came, and of all who signed up or came. */
  organisations: z.object({ came: count, known: count }),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** Check-ins by the clock. */
export const arrivalsSchema = z.object({
  /** Length of one step, ms. */
  stepMs: z.number(),
  /** From the first arrival's step to the last one's, none left out: `from` and how many came in it. */
  steps: z.array(z.object({ from: instant, count, total: count })),
  /** The fullest step, the first of several; null when nobody came. */
  peak: z.object({ from: instant, count }).nullable(),
  /** When half of those who came were in. */
  halfAt: instant.nullable(),
});
export type Arrivals = z.infer<typeof arrivalsSchema>;

/** One session, plan against what happened; lengths in ms. */
export const sessionFiguresSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  room: z.string(),
  plannedFrom: instant,
  plannedMs: z.number(),
  from: instant.nullable(),
  /** Null while it runs or when it never began. */
  ms: z.number().nullable(),
  /** from − plannedFrom; below 0 = early. */
  lateMs: z.number().nullable(),
  /** ms − plannedMs; below 0 = shorter than planned. */
  overMs: z.number().nullable(),
});
export type SessionFigures = z.infer<typeof sessionFiguresSchema>;

/** One panel's time among its speakers; lengths in ms. */
export const panelFiguresSchema = z.object({
  session: z.string(),
  title: z.string(),
  panelMs: z.number(),
  /** Jain's index over spoken / weight: 1 = perfectly even. */
  jain: z.number(),
  speakers: z.array(
    z.object({
      name: z.string(),
      organisation: z.string(),
      sector: z.string(),
      spokenMs: z.number(),
      budgetMs: z.number(),
      share: z.number(),
      turns: count,
    }),
  ),
  moderatorMs: z.number(),
  audienceMs: z.number(),
  silenceMs: z.number(),
});
export type PanelFigures = z.infer<typeof panelFiguresSchema>;

/** What guests answered to one question; those who left it open are in `answered` of no question. */
export const questionFiguresSchema = z.object({
  id: z.string(),
  kind: z.enum(['scale', 'yesNo', 'choice', 'text']),
  answered: count,
  /** Of a scale: the mean of the answers; of yes or no: the share of yes. Null without answers, and for others. */
  value: z.number().nullable(),
  /** How often each was answered: 1–4 of a scale, no and yes, each choice. Empty for words. */
  counts: z.array(count),
});
export type QuestionFigures = z.infer<typeof questionFiguresSchema>;

export const feedbackFiguresSchema = z.object({
  /** Answer sheets. */
  sheets: count,
  /** sheets / came. */
  ofCame: share,
  questions: z.array(questionFiguresSchema),
});
export type FeedbackFigures = z.infer<typeof feedbackFiguresSchema>;

/** All figures of one event. Nothing in them names a participant; speakers are named as in the programme. */
export const figuresSchema = z.object({
  event: z.object({
    id: z.string(),
    name: z.string(),
    date: z.string(),
    region: z.string(),
    venue: z.string(),
    timeZone: z.string(),
    sample: z.boolean(),
  }),
  attendance: attendanceSchema,
  arrivals: arrivalsSchema,
  /** `people` have had at least one badge printed; `reprints` is every print after a person's first. */
  badges: z.object({ people: count, reprints: count }),
  programme: z.object({
    sessions: z.array(sessionFiguresSchema),
    /** How late the last session that ended ended; null when none did. */
    endLateMs: z.number().nullable(),
  }),
  panels: z.array(panelFiguresSchema),
  feedback: feedbackFiguresSchema,
});
export type Figures = z.infer<typeof figuresSchema>;

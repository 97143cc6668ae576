import { z } from 'zod';
import { customSizeSchema } from '../badges/customLayout';
import { badgeDesignSchema, DEFAULT_DESIGN } from '../badges/design';
import { LOGO_PATTERN, LONGEST_LOGO } from '../badges/logo';
import { questionSchema } from './feedback';

const text = (max: number) => z.string().max(max);

const timeOfDay = z.union([z.literal(''), z.iso.time({ precision: -1 })]);

/** What a reception can be made to ask of those who come without having stated it. */
export const ASKABLE = [
  'sector',
  'organisation',
  'email',
  'phone',
  'diet',
  'consentContact',
  'consentPhoto',
] as const;
export type Askable = (typeof ASKABLE)[number];

/** One regional gathering: what the coordinator states about it. */
export const eventDetailsSchema = z.object({
  name: text(300).min(1),
  /** Local day, YYYY-MM-DD. */
  date: z.iso.date(),
  /** IANA name. */
  timeZone: text(100).refine(isTimeZone, { error: 'unknown time zone' }),
  region: text(200),
  venue: text(300),
  theme: text(500),
  organisers: z.array(text(300)).max(100),
  contacts: z.array(z.object({ name: text(200), details: text(500) })).max(100),
  links: z.array(z.object({ label: text(300), url: text(2_000) })).max(200),
  /** '' or an sRGB colour `#rrggbb` for the one accent. */
  accent: z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i)]),
  /** When a badge is printed at check-in. */
  badgeAtCheckIn: z.enum(['never', 'ask', 'always']),
  badgeLayout: text(100),
  /** The size that the layout `custom` means, null where none was measured. */
  badgeSize: customSizeSchema.nullable(),
  badgeDesign: badgeDesignSchema,
  /** '' or a data URL; beside the design, so that a change of the design does not carry it along. */
  badgeLogo: text(LONGEST_LOGO).regex(LOGO_PATTERN),
  /** What the reception asks at check-in where the answer is missing. */
  askAtCheckIn: z.array(z.enum(ASKABLE)).max(ASKABLE.length),
  /** Import mapping remembered from the last file: column heading → field, '' for "keep as answer". */
  importMapping: z.record(text(500), text(100)),
  /** Whether the times in the programme are made up and so must be marked. */
  sample: z.boolean(),
  /** What is asked of the guests beside the standard questions. */
  questions: z.array(questionSchema).max(20),
  /** The event that comes after this one, as far as it is known; date '' or YYYY-MM-DD, start and end '' or HH:MM. */
  next: z.object({
    name: text(300),
    date: z.union([z.literal(''), z.iso.date()]),
    start: timeOfDay,
    end: timeOfDay.default(''),
    venue: text(300),
    url: text(2_000),
  }),
  /** Days after the event for which personal data are kept, see `erasureDue`; 0 = until somebody decides. */
  retentionDays: z.int().min(0).max(3_650),
});
export type EventDetails = z.infer<typeof eventDetailsSchema>;

/** Nothing is known of a next event. */
export const NO_NEXT = { name: '', date: '', start: '', end: '', venue: '', url: '' } as const;

/** For how long personal data are kept unless the organiser says otherwise, days. */
export const RETENTION_DAYS = 90;

/** Defaults stand here and not above: there they would slip into every edit. */
export const eventSchema = eventDetailsSchema.extend({
  askAtCheckIn: eventDetailsSchema.shape.askAtCheckIn.default([]),
  badgeSize: eventDetailsSchema.shape.badgeSize.default(null),
  badgeDesign: badgeDesignSchema.default(DEFAULT_DESIGN),
  badgeLogo: eventDetailsSchema.shape.badgeLogo.default(''),
  questions: eventDetailsSchema.shape.questions.default([]),
  next: eventDetailsSchema.shape.next.default(NO_NEXT),
  retentionDays: eventDetailsSchema.shape.retentionDays.default(RETENTION_DAYS),
  /** When attendance was closed; null while it is open. */
  closedAt: z.number().nullable().default(null),
  /** Hash of the PIN that opens a locked reception, see electron/desk/pin.ts; '' = no PIN. */
  pinHash: z.string().default(''),
  /** When personal data were erased; null while they are here. Nothing is added to an erased event. */
  erasedAt: z.number().nullable().default(null),
  id: z.string(),
  /** First two characters of every code of this event. */
  tag: z.string(),
  edits: z.record(z.string(), z.string()),
});
export type EventInfo = z.infer<typeof eventSchema>;

export const NO_EVENT_DETAILS: EventDetails = {
  name: '',
  date: '2000-01-01',
  timeZone: 'Europe/Helsinki',
  region: '',
  venue: '',
  theme: '',
  organisers: [],
  contacts: [],
  links: [],
  accent: '',
  badgeAtCheckIn: 'ask',
  badgeLayout: 'a4-90x55',
  badgeSize: null,
  badgeDesign: DEFAULT_DESIGN,
  badgeLogo: '',
  askAtCheckIn: [],
  importMapping: {},
  sample: false,
  questions: [],
  next: { ...NO_NEXT },
  retentionDays: RETENTION_DAYS,
};

/** An event as it begins. */
export function newEvent(
  base: Pick<EventInfo, 'id' | 'tag'>,
  details: Partial<EventDetails>,
): EventInfo {
  return wholeEvent({ ...NO_EVENT_DETAILS, ...details, ...base, edits: {} });
}

/** An event with the fields that an older Nuija did not write. */
export function wholeEvent(event: Written): EventInfo {
  return {
    closedAt: null,
    pinHash: '',
    erasedAt: null,
    ...event,
    askAtCheckIn: event.askAtCheckIn ?? [],
    badgeSize: event.badgeSize ?? null,
    badgeDesign: event.badgeDesign ?? DEFAULT_DESIGN,
    badgeLogo: event.badgeLogo ?? '',
    questions: event.questions ?? [],
    next: event.next ?? { ...NO_NEXT },
    retentionDays: event.retentionDays ?? RETENTION_DAYS,
  };
}

type Later =
  | 'askAtCheckIn'
  | 'badgeSize'
  | 'badgeDesign'
  | 'badgeLogo'
  | 'questions'
  | 'next'
  | 'retentionDays'
  | 'closedAt'
  | 'pinHash'
  | 'erasedAt';
type Written = Omit<EventInfo, Later> & Partial<Pick<EventInfo, Later>>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

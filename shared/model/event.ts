import { z } from 'zod';

const text = (max: number) => z.string().max(max);

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
  /** Import mapping remembered from the last file: column heading → field, '' for "keep as answer". */
  importMapping: z.record(text(500), text(100)),
  /** Whether the times in the programme are made up and so must be marked. */
  sample: z.boolean(),
});
export type EventDetails = z.infer<typeof eventDetailsSchema>;

export const eventSchema = eventDetailsSchema.extend({
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
  importMapping: {},
  sample: false,
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

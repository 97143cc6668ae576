import { z } from 'zod';
import { CARD_KINDS } from '../badges/cards';
import { customSizeSchema } from '../badges/customLayout';
import { badgeDesignSchema } from '../badges/design';
import { layoutSchema } from '../badges/layout';
import { eventDetailsSchema } from '../model/event';
import { base64, channel, event, job, language, nothing } from './common';

const localised = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

export const badgeOptionsSchema = z.object({
  /** Name of a layout, or `custom` for the size given beside it. */
  layout: z.string().min(1).max(100),
  custom: customSizeSchema.optional(),
  /** The printer's own offset, mm to the right and down, as found with the test sheet. */
  offset: z.tuple([z.number().min(-20).max(20), z.number().min(-20).max(20)]).optional(),
  /** First position on a half-used sheet, from 1. */
  start: z.int().min(1).max(1_000).optional(),
  /** What the badge looks like; the event's own design where it is left out. */
  design: badgeDesignSchema.optional(),
  /** Cut marks and language of the words on the badge; those of the design where they are left out. */
  cutMarks: z.boolean().optional(),
  language: language.optional(),
});
export type BadgeSettings = z.infer<typeof badgeOptionsSchema>;

/** Who gets a badge: all who have not cancelled, those present, those without one yet, or those named. */
export const badgeWhoSchema = z.union([
  z.enum(['all', 'present', 'unprinted']),
  z.array(z.string()).max(20_000),
]);

/** Whom something does not fit, or what of whom. */
const warnings = z.array(
  z.object({ code: z.string(), name: z.string(), kind: z.string(), detail: z.string() }),
);

/** Badges and the papers beside them. */
export const badgeChannels = {
  'badges.layouts': channel(
    nothing,
    z.array(
      z.object({
        name: z.string(),
        label: localised,
        family: layoutSchema.shape.family,
        /** Width and height of the medium as it feeds, mm. */
        page: z.tuple([z.number(), z.number()]),
        endless: z.boolean(),
        /** Width and height of one side of a badge as it is read, mm. */
        badge: z.tuple([z.number(), z.number()]),
        turn: layoutSchema.shape.turn,
        columns: z.int(),
        rows: z.int(),
        /** Where the first badge begins, and the space between neighbours, mm. */
        left: z.number(),
        top: z.number(),
        gutter: z.tuple([z.number(), z.number()]),
        perPage: z.number(),
        sides: layoutSchema.shape.sides,
        back: layoutSchema.shape.back,
        ink: layoutSchema.shape.ink,
        /** How sure the measures are. */
        measures: layoutSchema.shape.measures,
      }),
    ),
  ),
  'badges.render': channel(
    z.object({
      event,
      settings: badgeOptionsSchema,
      who: badgeWhoSchema,
      job: job.optional(),
      /** Only the first so many of them, for a look at what they will be like. */
      first: z.int().min(1).optional(),
    }),
    z.object({
      pdf: base64,
      badges: z.number(),
      /** How many badges it would be without `first`. */
      of: z.number(),
      pages: z.number(),
      /** The participants whose badges these are. */
      participants: z.array(z.string()),
      warnings,
    }),
  ),
  /** What the badges of an event look like, for instance to copy it. */
  'badges.design': channel(
    z.object({ event }),
    z.object({
      name: z.string(),
      layout: z.string(),
      size: eventDetailsSchema.shape.badgeSize,
      design: badgeDesignSchema,
      logo: eventDetailsSchema.shape.badgeLogo,
    }),
  ),
  /** Papers beside the badges. Cards are made for those named, else for the people of the programme. */
  'badges.document': channel(
    z.object({
      event,
      kind: z.enum(CARD_KINDS),
      language: language.optional(),
      who: badgeWhoSchema.optional(),
    }),
    z.object({
      pdf: base64,
      pages: z.int(),
      /** People on the paper, or pieces of it. */
      count: z.int(),
      warnings,
    }),
  ),
  /** How many badges of a job are drawn; `of` is 0 when there is no such job. */
  'badges.progress': channel(z.object({ job: job }), z.object({ done: z.int(), of: z.int() })),
  /** Gives a job up; `cancelled` is false when it is finished or there is none. */
  'badges.cancel': channel(z.object({ job: job }), z.object({ cancelled: z.boolean() })),
  /** Rulers, frames of all badges and words on what to measure and enter as the printer's offset. */
  'badges.testSheet': channel(
    badgeOptionsSchema.pick({ layout: true, custom: true, offset: true }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
} as const;

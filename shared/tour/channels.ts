import { z } from 'zod';
import { figuresSchema } from '../figures/model';
import { mergeToldSchema } from './told';

/** Events of one tour, from this desk and from exported files of others, each event once. */
const tourSchema = z.object({
  entries: z.array(
    z.object({
      figures: figuresSchema,
      /** Where it was read: '' = on this desk, else the name of a file. */
      from: z.array(z.string()),
      /** How the history of each further file went together with those before it. */
      told: z.array(z.object({ file: z.string(), told: mergeToldSchema })),
    }),
  ),
  /** Events of this desk that wait for their passphrase. */
  locked: z.int(),
});
export type TourEntry = z.infer<typeof tourSchema>['entries'][number];

/** The channels of a tour. Nothing that a file holds is kept at the desk. */
export const tourChannels = <F extends z.ZodType>(failure: F) =>
  ({
    'tour.read': {
      ask: z.object({
        files: z.array(z.object({ name: z.string().max(1_000), bytes: z.base64() })).max(500),
      }),
      answer: tourSchema.extend({
        /** Files that are in no figure, or only in part, and why. */
        troubles: z.array(z.object({ file: z.string(), failure })),
      }),
    },
    /** The figures that a person has before them, as a workbook. */
    'tour.workbook': {
      ask: z.object({
        figures: z.array(figuresSchema).max(1_000),
        language: z.enum(['fi', 'sv', 'en']),
      }),
      answer: z.object({ name: z.string(), mime: z.string(), bytes: z.base64() }),
    },
  }) as const;

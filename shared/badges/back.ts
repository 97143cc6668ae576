import { z } from 'zod';

/** What can stand on the back of a badge or a card. */
export const BACK_PARTS = ['event', 'programme', 'wifi', 'contact', 'text'] as const;
export type BackPart = (typeof BACK_PARTS)[number];

/** The back of the badges, printed where a layout has two sides. */
export const backDesignSchema = z.object({
  /** From top to bottom. */
  parts: z.array(z.object({ part: z.enum(BACK_PARTS), shown: z.boolean() })).max(BACK_PARTS.length),
  /** Network and password as guests are to type them. */
  wifi: z.string().max(300),
  /** Whom to call on the day. '' = the contact persons of the event. */
  contact: z.string().max(300),
  /** Anything else: rules of the house, thanks, emergency exits. */
  text: z.string().max(2_000),
});
export type BackDesign = z.infer<typeof backDesignSchema>;

/** Programme and whom to call are known; Wi-Fi and free text show once they are written. */
export const DEFAULT_BACK: BackDesign = {
  parts: BACK_PARTS.map((part) => ({ part, shown: true })),
  wifi: '',
  contact: '',
  text: '',
};

/** Each part once, in order: those that the design does not name come hidden at its end. */
export function everyPart({ parts }: Pick<BackDesign, 'parts'>): BackDesign['parts'] {
  const found = new Map<BackPart, boolean>();
  for (const { part, shown } of parts) if (!found.has(part)) found.set(part, shown);
  for (const part of BACK_PARTS) if (!found.has(part)) found.set(part, false);
  return Array.from(found, ([part, shown]) => ({ part, shown }));
}

import { z } from 'zod';

/** Pieces of what crosses, that several rooms ask with. */
export const event = z.string().min(1).max(100).describe('event id');
export const base64 = z.base64();
export const nothing = z.object({});
export const language = z.enum(['fi', 'sv', 'en']);
/** Chosen by the asker, so that a second question can be about the first while it runs. */
export const job = z.string().min(1).max(100);

export const channel = <A extends z.ZodType, B extends z.ZodType>(ask: A, answer: B) => ({
  ask,
  answer,
});

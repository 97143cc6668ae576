import type { z } from 'zod';

/** A handler that takes only what the channel's schema lets through. */
export function checked<A extends z.ZodType, B extends z.ZodType>(
  { ask }: { ask: A; answer: B },
  run: (asked: z.output<A>) => Promise<z.output<B>>,
): (payload: unknown) => Promise<z.output<B>> {
  return (payload) => run(ask.parse(payload));
}

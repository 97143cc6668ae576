import { z } from 'zod';

/** The conflicts in which the file's value is taken: all of them, or a field of a person each. */
export const takenSchema = z.union([
  z.literal('all'),
  z.array(z.object({ id: z.string().max(100), field: z.string().max(600) })).max(200_000),
]);
export type Taken = z.infer<typeof takenSchema>;

/** Whether a person decided for the file although a desk had changed the field. */
export type IsTaken = (participant: string, field: string) => boolean;

/** Tells whether a conflict is among those decided for the file. */
export function takenOf(taken: Taken | undefined): IsTaken {
  if (taken === undefined) return () => false;
  if (taken === 'all') return () => true;
  const keys = new Set(taken.map(({ id, field }) => `${id} ${field}`));
  return (participant, field) => keys.has(`${participant} ${field}`);
}

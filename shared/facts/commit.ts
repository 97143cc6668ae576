import { z } from 'zod';
import { factSchema } from './fact';

/**
 * All facts of one command: durable whole or not at all. `seq` numbers the first of them on this
 * desk, from 1 and without gaps; only the store relies on that.
 */
export const commitSchema = z.object({
  seq: z.int().min(1),
  /** ULID of the command. */
  cmd: z.string(),
  /** Type of the command. */
  kind: z.string(),
  facts: z.array(factSchema),
});
export type Commit = z.infer<typeof commitSchema>;

import { open } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.looseObject({
  seq: z.number(),
  cmd: z.string(),
  kind: z.string(),
  facts: z.array(z.looseObject({ type: z.string(), at: z.number() })),
});
/** The first line: what kind of file this is. */
const headSchema = z.object({ seq: z.literal(0), format: z.string() });
export type Kept = z.infer<typeof lineSchema>;

/** What stands in a journal, read by itself and not through the program; only what is new is read again. */
export class History {
  readonly commits: Kept[] = [];
  readonly byCommand = new Map<string, Kept[]>();
  #read = 0;

  constructor(private readonly path: string) {}

  /** Reads on from the last time. To be asked when the program has opened the file and rests. */
  async readOn(): Promise<void> {
    const file = await open(this.path);
    try {
      const { size } = await file.stat();
      if (size < this.#read) throw new Error(`the journal became shorter: ${size} < ${this.#read}`);
      const bytes = Buffer.alloc(size - this.#read);
      await file.read(bytes, 0, bytes.length, this.#read);
      this.#read = size;
      const lines = bytes.toString('utf8').split('\n');
      if (lines.pop() !== '') throw new Error('the journal does not end with a whole line');
      for (const line of lines) {
        const json: unknown = JSON.parse(line);
        if (!headSchema.safeParse(json).success) this.#take(lineSchema.parse(json));
      }
    } finally {
      await file.close();
    }
  }

  #take(commit: Kept): void {
    const last = this.commits.at(-1);
    const follows = last ? last.seq + last.facts.length : 1;
    if (commit.seq !== follows) throw new Error(`commit ${commit.seq} follows ${follows - 1}`);
    this.commits.push(commit);
    this.byCommand.set(commit.cmd, [...(this.byCommand.get(commit.cmd) ?? []), commit]);
  }
}

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Kept beside the events, readable by its owner alone; taken away, every browser has to be paired anew. */
const FILE = 'pairing.json';

const token = z.string().regex(/^[\w-]{43}$/);
const tokensSchema = z.strictObject({ desk: token, stage: token });

/** The token of each role. */
export type Tokens = z.infer<typeof tokensSchema>;

/** 256 random bits each, in base64url. */
export function newTokens(): Tokens {
  const draw = () => randomBytes(32).toString('base64url');
  return { desk: draw(), stage: draw() };
}

/**
 * The tokens of a data folder, made at the first time: tablets and stage screens that were paired go
 * on by themselves when the desk is started again. A file that holds none is written anew.
 */
export async function keptTokens(dataFolder: string): Promise<Tokens> {
  const path = join(dataFolder, FILE);
  const kept = tokensSchema.safeParse(await parsed(path));
  if (kept.success) return kept.data;
  const tokens = newTokens();
  await writeFile(path, `${JSON.stringify(tokens)}\n`, { mode: 0o600 });
  return tokens;
}

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Not there, or no JSON: either way there are no tokens yet.
    return null;
  }
}

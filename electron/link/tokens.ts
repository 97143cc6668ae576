import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Role } from '../../shared/network/roles';

/** Kept beside the events, readable by its owner alone; taken away, every browser has to be paired anew. */
const FILE = 'pairing.json';

const token = z.string().regex(/^[\w-]{43}$/);
const later = token.optional();
/** An older Nuija had tokens for two roles. */
const tokensSchema = z.strictObject({
  desk: token,
  stage: token,
  reception: later,
  moderator: later,
  kiosk: later,
});

/** The token of each role. */
export type Tokens = Record<Role, string>;

/** 256 random bits in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** One for each role. */
export function newTokens(): Tokens {
  return {
    desk: newToken(),
    reception: newToken(),
    moderator: newToken(),
    stage: newToken(),
    kiosk: newToken(),
  };
}

/**
 * The tokens of a data folder, made at the first time: tablets and stage screens that were paired go
 * on by themselves when the desk is started again. A file that holds none is written anew.
 */
export async function keptTokens(dataFolder: string): Promise<Tokens> {
  const kept = tokensSchema.safeParse(await parsed(join(dataFolder, FILE)));
  const known = kept.success ? kept.data : {};
  const tokens = { ...newTokens(), ...stated(known) };
  if (Object.keys(known).length < Object.keys(tokens).length) await keepTokens(dataFolder, tokens);
  return tokens;
}

/** Writes them whole or not at all: a desk that ends meanwhile finds the old ones. */
export async function keepTokens(dataFolder: string, tokens: Tokens): Promise<void> {
  const path = join(dataFolder, FILE);
  const fresh = `${path}.new`;
  await writeFile(fresh, `${JSON.stringify(tokens)}\n`, { mode: 0o600 });
  await rename(fresh, path);
}

function stated(known: Partial<Record<Role, string | undefined>>): Partial<Tokens> {
  const tokens: Partial<Tokens> = {};
  for (const role of ['desk', 'reception', 'moderator', 'stage', 'kiosk'] as const) {
    const one = known[role];
    if (one) tokens[role] = one;
  }
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

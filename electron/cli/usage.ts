import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Values of the options and the words that are none. */
export interface Words {
  values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  positionals: readonly string[];
}

/** The call's words are off: exit code 2 and how it should be. */
export class UsageError extends Error {}

/** Options that every verb takes. */
const COMMON: Options = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** Reads a verb's words; an unknown option is a usage error that names it. */
export function readWords(args: readonly string[], options: Options): Words {
  try {
    return parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An option's text, or undefined where it was not given. */
export function textOf(words: Words, name: string): string | undefined {
  const value = words.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option's text, which has to be there. */
export function neededText(words: Words, name: string): string {
  const value = textOf(words, name);
  if (!value) throw new UsageError(`--${name} is needed`);
  return value;
}

/** One of a few words. */
export function oneOf<const T extends string>(
  value: string,
  allowed: readonly T[],
  name: string,
): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw new UsageError(`--${name} takes ${allowed.join(', ')}; not "${value}"`);
  return found;
}

/** The one word that a verb needs beside its options. */
export function onlyWord(words: Words, what: string): string {
  const [word, more] = words.positionals;
  if (!word) throw new UsageError(`${what} is missing`);
  if (more !== undefined) throw new UsageError(`one word too many: "${more}"`);
  return word;
}

import type { AnswerOf } from '../../shared/contract';
import { failure, isLocked } from '../desk/failure';
import { readGiven } from './files';
import { neededText, textOf, UsageError } from './usage';
import type { Words } from './usage';
import type { Asking, Said, Verb } from './verb';

const EVENT = { event: { type: 'string' } } as const;

/**
 * The passphrase that a call brings along: the first line of `--passphrase-file`, or NUIJA_PASSPHRASE. Never on
 * the command line itself, where every program of the machine may read it.
 */
export function givenPassphrase(words: Words): Promise<string | undefined> {
  return given(words, 'passphrase-file', 'NUIJA_PASSPHRASE');
}

/**
 * Opens the event that a call names, where it is locked and the call brings its passphrase. Answers what locks
 * it again: a desk that goes on running is left as it was found.
 */
export async function unlockNamed(
  asking: Asking,
  words: Words,
): Promise<(() => Promise<void>) | null> {
  const event = textOf(words, 'event');
  const passphrase = await givenPassphrase(words);
  if (!event || passphrase === undefined || !(await isWaiting(asking, event))) return null;
  await asking.ask('event.unlock', { event, passphrase });
  return async () => void (await asking.ask('event.lock', { event }));
}

/** Opens every locked event that the call's passphrase fits; `log` hears of those that stay locked. */
export async function unlockAll(
  asking: Pick<Asking, 'ask'>,
  words: Words,
  log: (line: string) => void,
): Promise<void> {
  const passphrase = await givenPassphrase(words);
  if (passphrase === undefined) return;
  const events = await asking.ask('events.list', {});
  for (const { id } of events.filter((one) => one.locked)) {
    try {
      await asking.ask('event.unlock', { event: id, passphrase });
    } catch (error) {
      log(`event ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** A failure as the command line puts it: of a locked event, how its passphrase is given. */
export function withHowToUnlock(error: unknown): unknown {
  return isLocked(error) ? failure('seal.notGiven') : error;
}

export const passphraseSet: Verb = {
  name: 'passphrase set',
  usage: 'passphrase set --event ID --passphrase-file FILE',
  does: 'seals the files of an event with a passphrase; without it nobody can open them again',
  options: EVENT,
  opensBefore: false,
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const passphrase = await needed(givenPassphrase(words));
    const asking = await desk();
    const { sealed } = await asking.ask('event.protection', { event });
    if (sealed) throw failure('seal.already');
    const done = await asking.ask('event.setPassphrase', { event, passphrase });
    return said(event, done, 'The event has a passphrase now.');
  },
};

export const passphraseChange: Verb = {
  name: 'passphrase change',
  usage: 'passphrase change --event ID --passphrase-file FILE --new-passphrase-file FILE',
  does: 'seals the files of an event anew with another passphrase (or NUIJA_NEW_PASSPHRASE)',
  options: { ...EVENT, 'new-passphrase-file': { type: 'string' } },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const old = await needed(givenPassphrase(words));
    const next = await given(words, 'new-passphrase-file', 'NUIJA_NEW_PASSPHRASE');
    if (next === undefined) throw new UsageError('--new-passphrase-file is needed');
    const asking = await desk();
    const { sealed } = await asking.ask('event.protection', { event });
    if (!sealed) throw failure('seal.none');
    const done = await asking.ask('event.setPassphrase', { event, passphrase: next, old });
    return said(event, done, 'The event has another passphrase now.');
  },
};

export const passphraseRemove: Verb = {
  name: 'passphrase remove',
  usage: 'passphrase remove --event ID --passphrase-file FILE',
  does: 'takes the passphrase of an event away; its files can be read by anyone then',
  options: EVENT,
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const passphrase = await needed(givenPassphrase(words));
    const done = await (await desk()).ask('event.removePassphrase', { event, passphrase });
    return said(event, done, 'The event has no passphrase any more.');
  },
};

/** `passphrase` without a verb of its own. */
export const passphrase: Verb = {
  name: 'passphrase',
  usage: 'passphrase set|change|remove',
  does: 'seals the files of an event, or opens them again; each has its own --help',
  options: {},
  run: async () => {
    throw new UsageError('passphrase set, change or remove?');
  },
};

function said(event: string, done: AnswerOf<'event.setPassphrase'>, line: string): Said {
  const kept = done.backup
    ? `A new backup was made; ${done.removed} older backups and damaged files were deleted.`
    : 'Older backups could not be deleted yet; that is tried again when the event is opened.';
  return { json: { event, ...done }, lines: [line, kept] };
}

async function isWaiting(asking: Asking, event: string): Promise<boolean> {
  const { sealed, open } = await asking.ask('event.protection', { event });
  return sealed && !open;
}

async function needed(asked: Promise<string | undefined>): Promise<string> {
  const passphrase = await asked;
  if (passphrase !== undefined) return passphrase;
  throw new UsageError('--passphrase-file FILE or NUIJA_PASSPHRASE is needed');
}

async function given(words: Words, option: string, variable: string): Promise<string | undefined> {
  const file = textOf(words, option);
  const text = file ? (await readGiven(file)).toString('utf8') : process.env[variable];
  const [line = ''] = (text ?? '').replace(/^\uFEFF/, '').split(/\r?\n/);
  return line === '' ? undefined : line;
}

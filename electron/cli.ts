import { resolve } from 'node:path';
import {
  backup,
  backupCopy,
  backupList,
  backupMake,
  backupOpen,
  backupRestore,
} from './cli/backup';
import { badgeDocument } from './cli/badgeDocument';
import { badgeLayouts, badges } from './cli/badges';
import { checkIn } from './cli/checkIn';
import { connect } from './cli/connect';
import type { Connection } from './cli/connect';
import { doVerb } from './cli/doVerb';
import { erase } from './cli/erase';
import { demo, eventCreate, eventList, eventPin } from './cli/events';
import { exportVerb, importVerb } from './cli/exchange';
import { feedbackForm } from './cli/feedbackForm';
import { printers } from './cli/print';
import { receive } from './cli/receive';
import { report } from './cli/report';
import { runSheet } from './cli/runSheet';
import { serve } from './cli/serve';
import { tour } from './cli/tour';
import {
  passphrase,
  passphraseChange,
  passphraseRemove,
  passphraseSet,
  withHowToUnlock,
} from './cli/passphrase';
import { readWords, textOf, UsageError } from './cli/usage';
import type { Said, Surroundings, Verb } from './cli/verb';
import { commands, verify } from './cli/verify';
import { asDeskError } from './desk/failure';
import { defaultDataFolder } from './store/dataFolder';

const VERBS: readonly Verb[] = [
  serve,
  demo,
  eventCreate,
  eventList,
  eventPin,
  importVerb,
  checkIn,
  doVerb,
  exportVerb,
  erase,
  receive,
  badges,
  badgeLayouts,
  badgeDocument,
  printers,
  report,
  tour,
  feedbackForm,
  runSheet,
  backupList,
  backupMake,
  backupRestore,
  backupCopy,
  backupOpen,
  backup,
  passphraseSet,
  passphraseChange,
  passphraseRemove,
  passphrase,
  verify,
  commands,
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** Runs one verb. Answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const verb = verbOf(args);
  if (!verb) return withoutVerb(args);
  let connection: Connection | undefined;
  try {
    const words = readWords(args.slice(verb.name.split(' ').length), verb.options);
    if (words.values['help'] === true) {
      say(`nuija ${verb.usage} [--data DIR] [--json]\n${verb.does}`);
      return 0;
    }
    const given = textOf(words, 'data') ?? process.env['NUIJA_DATA'];
    const dataFolder = given ? resolve(given) : defaultDataFolder();
    const around: Surroundings = {
      words,
      dataFolder,
      json: words.values['json'] === true,
      desk: async () => {
        if (!connection) {
          connection = await connect(dataFolder, complain);
          if (verb.opensBefore !== false) await connection.unlock(words);
        }
        return connection.asking;
      },
      say,
      complain,
    };
    const said = await verb.run(around);
    await connection?.close();
    connection = undefined;
    return tell(said, around.json);
  } catch (error) {
    await connection?.close().catch((other: unknown) => complain(asDeskError(other).message));
    return fail(error, verb);
  }
}

function verbOf(args: readonly string[]): Verb | undefined {
  const [first, second] = args;
  return (
    VERBS.find((verb) => verb.name === `${first} ${second}`) ??
    VERBS.find((verb) => verb.name === first)
  );
}

function withoutVerb(args: readonly string[]): number {
  const [first] = args;
  const asksForHelp = first === '--help' || first === '-h' || first === 'help';
  const text = [
    'nuija VERB [--data DIR] [--json]',
    '',
    ...VERBS.map((verb) => `  ${verb.usage}\n      ${verb.does}`),
    '',
    '--data DIR or NUIJA_DATA names the data folder; --json answers with one JSON document.',
    '--passphrase-file FILE or NUIJA_PASSPHRASE opens an event that has a passphrase.',
    'Exit code: 0 done, 1 refused or failed, 2 wrong usage.',
  ].join('\n');
  if (asksForHelp) say(text);
  else
    complain(first === undefined ? text : `There is no verb "${first}". nuija --help lists them.`);
  return asksForHelp ? 0 : 2;
}

function tell(said: Said | null, json: boolean): number {
  if (!said) return 0;
  if (json) say(JSON.stringify(said.json));
  else said.lines.forEach(say);
  if (said.refused === undefined) return 0;
  complain(said.refused);
  return 1;
}

function fail(error: unknown, verb: Verb): number {
  if (error instanceof UsageError) {
    complain(`${error.message}\nUsage: nuija ${verb.usage}`);
    return 2;
  }
  complain(asDeskError(withHowToUnlock(error)).message);
  return 1;
}

// Whoever reads our output may stop reading; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

// The desktop app asks for a verb itself: its own words begin elsewhere.
if (process.type !== 'browser') process.exitCode = await runCommandLine(process.argv.slice(2));

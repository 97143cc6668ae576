import { join, resolve } from 'node:path';
import type { AnswerOf } from '../../shared/contract';
import type { Backup } from '../../shared/model/backup';
import { failure } from '../desk/failure';
import { readBackupName } from '../store/backupName';
import { openBackup } from '../store/backups';
import { readGiven, writeWanted } from './files';
import { UsageError, neededText, onlyWord, textOf } from './usage';
import type { Asking, Verb } from './verb';

const EVENT = { event: { type: 'string' } } as const;

export const backupList: Verb = {
  name: 'backup list',
  usage: 'backup list --event ID [--check]',
  does: 'lists the backups of an event, the newest first; --check reads each of them whole',
  options: { ...EVENT, check: { type: 'boolean' } },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const asking = await desk();
    const { backups } = await asking.ask('backups.list', { event });
    const checked = words.values['check'] === true;
    const list = [];
    for (const one of backups) {
      const check = checked ? await asking.ask('backups.check', { event, name: one.name }) : null;
      const problem = check && !check.ok ? check.detail : (one.flaw ?? '');
      list.push({ ...told(one), ...(checked || one.flaw ? { ok: !problem, problem } : {}) });
    }
    const bad = list.filter((one) => one.problem);
    return {
      json: list,
      lines: list.length
        ? list.map((one) => `${line(one)}${one.problem ? `: ${one.problem}` : ''}`)
        : ['No backups yet.'],
      ...(checked && bad.length ? { refused: `${bad.length} backups cannot be used` } : {}),
    };
  },
};

export const backupMake: Verb = {
  name: 'backup make',
  usage: 'backup make --event ID',
  does: 'makes a backup of an event now and reads it back',
  options: EVENT,
  run: async ({ words, desk }) => {
    const made = await (await desk()).ask('backups.make', { event: neededText(words, 'event') });
    return { json: told(made), lines: [line(told(made))] };
  },
};

export const backupRestore: Verb = {
  name: 'backup restore',
  usage: 'backup restore NAME --event ID',
  does: 'puts an event back as a backup (by its name in the list, or ./FILE) holds it; what is now becomes a backup first',
  options: EVENT,
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const name = onlyWord(words, 'the name of the backup');
    const asking = await desk();
    const from = readBackupName(name)
      ? { name }
      : { bytes: (await readGiven(name)).toString('base64') };
    const { restored, before, aside } = await asking.ask('backups.restore', { event, from });
    return {
      json: {
        restored: { at: instant(restored.at), seq: restored.seq },
        before: before?.name ?? null,
        aside,
      },
      lines: [
        `The event is again as it was at ${instant(restored.at)} (fact ${restored.seq}).`,
        before
          ? `To take this back: nuija backup restore ${before.name} --event ${event}`
          : `What was there before was damaged and is kept as ${aside.join(', ')}.`,
      ],
    };
  },
};

export const backupCopy: Verb = {
  name: 'backup copy',
  usage: 'backup copy --event ID --to FOLDER [--name NAME]',
  does: 'writes how an event stands now, or one of its backups, as a file into a folder and reads it back',
  options: { ...EVENT, to: { type: 'string' }, name: { type: 'string' } },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const to = resolve(neededText(words, 'to'));
    const name = textOf(words, 'name');
    const asking = await desk();
    const made = await asking.ask('backups.read', { event, ...(name ? { name } : {}) });
    const written = join(to, made.name);
    const bytes = Buffer.from(made.bytes, 'base64');
    await writeWanted(written, bytes);
    const { seq } = await openBackup(await readGiven(written), made.name, event);
    return {
      json: { written, seq, size: bytes.length },
      lines: [`${written}: up to fact ${seq}, ${bytes.length} bytes`],
    };
  },
};

export const backupOpen: Verb = {
  name: 'backup open',
  usage: 'backup open FILE',
  does: 'makes an event of this desk from a backup file; one that is here already is left as it is',
  options: {},
  run: async ({ words, desk }) => openFile(onlyWord(words, 'the file'), await desk()),
};

/** `backup` without a verb of its own. */
export const backup: Verb = {
  name: 'backup',
  usage: 'backup list|make|restore|copy|open',
  does: 'keeps and brings back events; each has its own --help',
  options: {},
  run: async () => {
    throw new UsageError('backup list, make, restore, copy or open?');
  },
};

async function openFile(path: string, asking: Asking) {
  if (path === '-') throw failure('file.unreadable', { file: path, what: 'name a file' });
  const bytes = (await readGiven(path)).toString('base64');
  const made = await asking.ask('events.openBackup', { from: { bytes } });
  return { json: made, lines: [`The event is ${made.event}.`] };
}

type Told = ReturnType<typeof told>;

/** A backup as scripts read it. */
function told({ name, at, why, seq, size, sealed, about }: Backup | AnswerOf<'backups.make'>) {
  const people = about ? { participants: about.participants, present: about.present } : {};
  return { name, at: instant(at), why, seq, size, sealed, ...people };
}

function line({ name, size, ...about }: Told): string {
  const { participants, present } = about;
  const people = participants === undefined ? '' : `  ${present}/${participants}`;
  return `${name}${people}  ${Math.ceil(size / 1024)} kB`;
}

const instant = (at: number) => new Date(at).toISOString();

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../electron/exchange/export/json';
import { makeBackup } from '../../electron/store/backups';
import { nodeDisk } from '../../electron/store/nodeDisk';
import { figuresOf } from '../../shared/erase/madeUpDay.fixture';
import { fold } from '../../shared/facts/fold';
import { EMPTY_STATE } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import { json, run } from './program';

let data: string;
let event: string;
let folder: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'nuija-erase-'));
  const words = ['--name', 'Kohtaamisia Kainuussa', '--date', '2027-03-27'];
  const made = json(['event', 'create', ...words, '--template', 'soteuttamo', '--data', data]);
  event = z.object({ event: z.string() }).parse(made).event;
  folder = join(data, 'events', event);
});
afterEach(() => rm(data, { recursive: true, force: true }));

const ENDINGS = ['kirvo', 'lähde', 'mörkö', 'nåmen', 'pälsi', 'ruhtu', 'šaksu', 'tyyni'];

/** Made-up people; every text of theirs is one that nothing else says. */
const people = Array.from({ length: 40 }, (_, n) => {
  const ending = `${ENDINGS[n % 8]}${ENDINGS[Math.floor(n / 8)]}`;
  return {
    first: `Qvasi${ending}`,
    last: `Wörld${ending}`,
    email: `q.${n}.wx@olematon${n}.example`,
    phone: `+358 50 77${100_000 + n}`,
    organisation: `Olematon Hoiva ${ending} Oy`,
    title: `Ylijohtaja ${ending}inen`,
    diet: `ei syö ${ending}a`,
    wish: `Toivon puhetta "${ending}sta"`,
    number: `ILM-${ending}-${n}`,
  };
});

/** Every text that has to be gone. */
const personal = new Set<string>();

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function registrations(): Buffer {
  const rows = people.map((one) => {
    for (const text of Object.values(one)) personal.add(text);
    personal.add(`${one.first} ${one.last}`);
    return Object.values(one).map(quoted).join(';');
  });
  const heads = 'Etunimi;Sukunimi;Sähköposti;Puhelin;Organisaatio;Titteli;Erityisruokavalio';
  return Buffer.from(
    `\ufeff${heads};Mitä toivot päivältä?;Ilmoittautumisnumero\n${rows.join('\n')}\n`,
  );
}

const say = (text: string) => {
  personal.add(text);
  return text;
};

function ask(...commands: object[]): void {
  const lines = commands.map((one) => `${JSON.stringify(one)}\n`).join('');
  const ran = run(['do', '--event', event, '--data', data], lines);
  if (ran.code !== 0) throw new Error(`refused: ${ran.stdout}${ran.stderr}`);
}

/** What an export says happened. */
async function exported(name: string): Promise<EventState> {
  const out = join(data, name);
  json(['export', '--event', event, '--format', 'json', '--out', out, '--data', data]);
  const state = readDocument(await readFile(out)).reduce(fold, EMPTY_STATE);
  await rm(out);
  return state;
}

/** A day with all that holds names: registrations, walk-ins, edits, a panel, contacts, messages, undone things. */
async function liveTheDay(): Promise<void> {
  const file = join(data, 'registrations.csv');
  await writeFile(file, registrations());
  json(['import', file, '--event', event, '--data', data]);
  await rm(file);
  const [a, b, c, d] = people;
  if (!a || !b || !c || !d) throw new Error('nobody');
  const before = await exported('before.json');
  const panel = [...before.sessions].find((one) => one.kind === 'panel');
  const guest = [...before.participants].find((one) => one.email === a.email);
  if (!panel?.panel || !guest) throw new Error('no panel');
  const seat = { organisation: a.organisation, weight: 1, dropped: false };
  const seats = [
    {
      ...seat,
      id: 's1',
      name: say('Tri Qvasivieras'),
      title: say('rehtori emeritawx'),
      participant: guest.id,
    },
    {
      ...seat,
      id: 's2',
      name: `${b.first} ${b.last}`,
      title: say('puhemies zwx'),
      participant: '',
    },
    {
      ...seat,
      id: 's3',
      name: 'Kutsuvieras Muualta',
      title: 'tutkija',
      participant: '',
      organisation: '',
    },
  ];
  ask(
    ...people.slice(0, 30).map((one) => ({ type: 'participant.checkIn', who: one.email })),
    {
      type: 'participant.edit',
      who: c.email,
      fields: { notes: say('Kysy wxlääkkeistä "aamulla"\nja illalla') },
    },
    {
      type: 'participant.edit',
      who: d.email,
      fields: { lastName: say('Uusiwxnimi'), offers: [say('Tarjoan zxhoivaa')] },
    },
    { type: 'undo' },
    {
      type: 'participant.add',
      fields: {
        firstName: say('Kävelijä'),
        lastName: say('Ohiwxkulkija'),
        organisation: say('Toiminimi Ohiwxkulkija'),
      },
      walkIn: true,
      checkIn: true,
    },
    {
      type: 'session.edit',
      session: panel.id,
      fields: { panel: { ...panel.panel, seats, moderator: `${c.first} ${c.last}` } },
    },
    { type: 'session.add', fields: { title: `Puheenvuoro: ${a.first} ${a.last}` } },
    {
      type: 'event.edit',
      fields: { contacts: [{ name: `${b.first} ${b.last}`, details: b.phone }] },
    },
    { type: 'session.start', session: panel.id },
    { type: 'floor.give', session: panel.id, speaker: 's1' },
    { type: 'floor.give', session: panel.id, speaker: 's2' },
    { type: 'stage.message', text: say('Kiitos, Qvasiwx, aika loppui') },
    { type: 'badges.printed', who: [a.email, b.email] },
    { type: 'participant.leave', who: b.email },
    { type: 'session.end', session: panel.id },
  );
}

/** A database kept aside as damaged, backups, and what crashes leave. */
async function leaveTraces(): Promise<void> {
  await makeBackup(nodeDisk, folder, { why: 'asked', at: Date.now(), event });
  const database = join(folder, 'db.json');
  const bytes = await readFile(database);
  bytes[Math.floor(bytes.length / 2)] = 0;
  await writeFile(database, bytes);
  ask({ type: 'participant.checkIn', who: people[35]?.email });
  expect((await readdir(folder)).some((name) => name.startsWith('db.damaged-'))).toBe(true);
  await makeBackup(nodeDisk, folder, { why: 'hourly', at: Date.now() + 1, event });
  await writeFile(join(folder, 'db.json.tmp'), bytes);
  await mkdir(join(folder, 'kopio'));
  await writeFile(join(folder, 'kopio', 'osallistujat.csv'), registrations());
}

/** A text as it may stand in a file, whoever wrote it there. */
function spellings(text: string): Buffer[] {
  const escaped = [...text]
    .map((one) => {
      const code = one.charCodeAt(0);
      return code < 0x80 ? one : `\\u${code.toString(16).padStart(4, '0')}`;
    })
    .join('');
  const base64 = [0, 1, 2].map((shift) => {
    // Whole groups of three in the middle look alike whatever stands around them.
    const inner = Buffer.from(text).subarray((3 - shift) % 3);
    return Buffer.from(inner.subarray(0, inner.length - (inner.length % 3)).toString('base64'));
  });
  const texts = [text, JSON.stringify(text).slice(1, -1), escaped, text.normalize('NFD')];
  return [
    ...texts.map((one) => Buffer.from(one)),
    Buffer.from(text, 'latin1'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...base64,
  ].filter((one) => one.length >= 6);
}

/** How what gzip has packed begins. */
const PACKED = '\x1f\x8b\x08';

/** A file's bytes, and what is packed in them at any place. */
function unpacked(bytes: Buffer): Buffer[] {
  const all = [bytes];
  for (let at = bytes.indexOf(PACKED, 0, 'latin1'); at !== -1;) {
    try {
      all.push(gunzipSync(bytes.subarray(at)));
    } catch {
      // The same three bytes by chance, in the middle of something else.
    }
    at = bytes.indexOf(PACKED, at + 1, 'latin1');
  }
  return all;
}

async function found(): Promise<string[]> {
  const wanted = [...personal].map((text) => [text, spellings(text)] as const);
  const hits: string[] = [];
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const contents = unpacked(await readFile(join(entry.parentPath, entry.name)));
    for (const [text, ways] of wanted) {
      const isThere = ways.some((way) => contents.some((bytes) => bytes.includes(way)));
      if (isThere) hits.push(`${entry.name}: ${text}`);
    }
  }
  return hits;
}

describe('nuija erase', () => {
  it('leaves no name, address, number, organisation or free text in any byte, and every figure', async () => {
    await liveTheDay();
    await leaveTraces();
    const before = await exported('before.json');
    const files = new Set((await found()).map((hit) => hit.split(':')[0]));
    // The search itself finds what is there, in files that are packed as well.
    expect(
      [...files].filter((name) => /backup|damaged|tmp|csv|journal|db/.test(name ?? '')).length,
    ).toBeGreaterThan(5);

    const erased = json(['erase', '--event', event, '--yes', '--data', data]);
    expect(erased).toMatchObject({ people: 41, searched: { left: [] } });
    expect(await found()).toEqual([]);
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'backups',
      'db.json',
      'journal.jsonl',
      'kopio',
    ]);
    expect(json(['verify', '--data', data])).toMatchObject({ ok: true });

    const after = await exported('after.json');
    expect(figuresOf(after)).toEqual(figuresOf(before));
    const speakers = [...after.sessions].flatMap(
      (one) => one.panel?.seats.map((seat) => seat.name) ?? [],
    );
    expect(speakers).toContain('Kutsuvieras Muualta');
    const [, second] = people;
    const refused = run(['checkin', second?.email ?? '', '--event', event, '--data', data]);
    expect(refused.code).toBe(1);
    expect(await found()).toEqual([]);
  });

  it('says what would go, and needs --yes', async () => {
    const before = await readFile(join(folder, 'journal.jsonl'));
    const asked = run(['erase', '--event', event, '--data', data]);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('Kohtaamisia Kainuussa');
    expect(asked.stderr).toContain('--yes');
    expect(await readFile(join(folder, 'journal.jsonl'))).toEqual(before);
  });

  it('makes an event that can be exported and taken in elsewhere, and again holds no names', async () => {
    await liveTheDay();
    json(['erase', '--event', event, '--yes', '--data', data]);
    const figures = figuresOf(await exported('after.json'));
    const out = join(data, 'whole.json');
    json(['export', '--event', event, '--format', 'json', '--out', out, '--data', data]);
    for (const format of ['csv', 'vcf', 'ics']) {
      json([
        'export',
        '--event',
        event,
        '--format',
        format,
        '--out',
        join(data, `a.${format}`),
        '--data',
        data,
      ]);
    }
    await rm(folder, { recursive: true });
    json(['import', out, '--data', data]);
    expect(figuresOf(await exported('again.json'))).toEqual(figures);
    expect(await found()).toEqual([]);
    const state = await exported('again.json');
    expect(state.event.erasedAt).not.toBeNull();
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../shared/commands/command';
import { apportion } from '../../shared/model/apportion';
import { SECTORS } from '../../shared/model/participant';
import type { Sector } from '../../shared/model/participant';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { tour } from './tour';
import { readWords } from './usage';
import type { Said } from './verb';

const EVENTS = 17;
const SHEETS = 300;

async function laptop(name: string): Promise<{ desk: LocalDesk; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-tour-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const desk = await openDeskOn(folder, { desk: name });
  onTestFinished(() => desk.close());
  return { desk, folder };
}

async function does(desk: LocalDesk, event: string, command: Command): Promise<void> {
  const outcome = await desk.ask('event.command', { event, ask: { command } });
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** The verb as it is typed, on a desk of this process. */
async function typed(desk: LocalDesk, args: readonly string[], json = false): Promise<Said> {
  const said = await tour.run({
    words: readWords(args, tour.options),
    dataFolder: '',
    json,
    desk: async () => ({ ask: desk.ask, inOrder: true }),
    say: () => {},
    complain: () => {},
  });
  if (!said) throw new Error('the verb said nothing');
  return said;
}

interface Day {
  size: number;
  sectors: readonly Sector[];
  /** Of each sheet: the answers to usefulness, more, recommend, met. */
  sheets: ReadonlyArray<[number, boolean, boolean, boolean]>;
}

/** What the organisers published: people by sector, answers by share, spread over the events. */
function published(): Day[] {
  const sizes = apportion(
    1_300,
    Array.from({ length: EVENTS }, () => 1),
  );
  const sectors = apportion(1_300, [45, 23.5, 23.5, 8]).flatMap((count, i) =>
    Array.from({ length: count }, (): Sector => SECTORS[i] ?? 'other'),
  );
  const yes = (sheet: number, share: number) => sheet < Math.round(SHEETS * share);
  const all = Array.from({ length: SHEETS }, (_, sheet): Day['sheets'][number] => [
    yes(sheet, 0.3) ? 4 : 3,
    yes(sheet, 0.96),
    yes(sheet, 0.94),
    yes(sheet, 0.63),
  ]);
  return sizes.map((size, index) => {
    const before = sizes.slice(0, index).reduce((sum, one) => sum + one, 0);
    const from = Math.floor((index * SHEETS) / EVENTS);
    const to = Math.floor(((index + 1) * SHEETS) / EVENTS);
    return {
      size,
      sectors: sectors.slice(before, before + size),
      sheets: all.slice(from, to),
    };
  });
}

const nameOf = (day: number) => `Soteuttamo ${day + 1}`;

async function beginDay(desk: LocalDesk, day: number, { size, sectors }: Day): Promise<string> {
  const date = `2018-11-${String(day + 1).padStart(2, '0')}`;
  const details = { name: nameOf(day), date, region: `Maakunta ${day + 1}` };
  const { event } = await desk.ask('events.create', { details });
  const signedUp = day === 0 ? size + 3 : size - 8;
  const rows = Array.from({ length: signedUp }, (_, i) => ({
    row: i + 2,
    fields: {
      firstName: `Vieras ${i}`,
      lastName: 'Malli',
      email: `v${i}@example.org`,
      sector: sectors[i] ?? ('' as const),
    },
  }));
  await does(desk, event, { type: 'participants.import', file: 'ilmo.csv', rows });
  return event;
}

/** A laptop's share of the work at the door: those from `from` on, up to `to`. */
async function receive(desk: LocalDesk, event: string, day: Day, from: number, to: number) {
  const { state } = await desk.ask('event.state', { event });
  const people = state.participants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const signedUp = people.slice(from, Math.min(to, day.size));
  await does(desk, event, {
    type: 'participant.checkInGroup',
    who: signedUp.map(({ id }) => id),
  });
  for (let i = Math.max(from, state.participants.length); i < Math.min(to, day.size); i += 1) {
    const fields = { firstName: `Vieras ${i}`, lastName: 'Malli', sector: day.sectors[i] ?? '' };
    await does(desk, event, { type: 'participant.add', fields, walkIn: true, checkIn: true });
  }
}

async function giveFeedback(desk: LocalDesk, event: string, sheets: Day['sheets']) {
  for (const [usefulness, more, recommend, met] of sheets) {
    const answers = { usefulness, ideas: 3, more, recommend, met };
    await does(desk, event, { type: 'feedback.give', answers });
  }
}

const told = z.object({
  tour: z.object({
    events: z.number(),
    participants: z.number(),
    average: z.number(),
    moreThanSignedUp: z.number(),
    bySector: z.array(z.object({ key: z.string(), share: z.number().nullable() })),
    feedback: z.array(z.object({ id: z.string(), value: z.number().nullable() })),
  }),
  events: z.array(z.object({ from: z.array(z.string()), figures: z.looseObject({}) })),
  troubles: z.array(z.object({ file: z.string() })),
});

it('two laptops of a tour give the published table, the event that both worked at counted once', async () => {
  const [one, other] = [await laptop('Ovi'), await laptop('Sali')];
  const files: string[] = [];
  const exported = async (desk: LocalDesk, event: string, name: string) => {
    const { bytes } = await desk.ask('export.make', { event, format: 'json' });
    const path = join(other.folder, name);
    writeFileSync(path, Buffer.from(bytes, 'base64'));
    return path;
  };
  for (const [index, day] of published().entries()) {
    // Nine events on the first laptop, the others on the second, and one on both.
    const home = index < 9 ? one.desk : other.desk;
    const event = await beginDay(home, index, day);
    if (index === 8) {
      const path = await exported(home, event, 'first.json');
      const bytes = readFileSync(path).toString('base64');
      await other.desk.ask('events.receive', { bytes });
      await receive(other.desk, event, day, 0, 30);
      await receive(one.desk, event, day, 20, day.size);
    } else {
      await receive(home, event, day, 0, day.size);
    }
    await giveFeedback(home, event, day.sheets);
    if (index >= 8) files.push(await exported(other.desk, event, `${index}.json`));
  }
  writeFileSync(join(other.folder, 'holiday.json'), '{"format":"holiday"}');
  // A file named twice changes nothing, and one that is no event is told.
  const more = [...files, files[0] ?? '', join(other.folder, 'holiday.json')];

  const said = await typed(one.desk, ['--json', '--files', ...more], true);
  const { tour: whole, events, troubles } = told.parse(said.json);
  expect(whole).toMatchObject({ events: 17, participants: 1_300, moreThanSignedUp: 16 });
  expect(Math.round(whole.average)).toBe(76);
  const sectors = whole.bySector.filter(({ key }) => key !== '');
  const percent = sectors.map(({ share }) => Math.round((share ?? 0) * 1_000) / 10);
  expect(percent).toEqual([45, 23.5, 23.5, 8]);
  const answers = Object.fromEntries(whole.feedback.map(({ id, value }) => [id, value]));
  expect(answers).toMatchObject({ more: 0.96, recommend: 0.94, met: 0.63, ideas: 3 });
  expect(answers['usefulness']).toBeCloseTo(3.3, 10);
  expect(events.filter(({ from }) => from.length > 1)).toHaveLength(1);
  expect(troubles).toEqual([expect.objectContaining({ file: 'holiday.json' })]);
  expect(said.refused).toMatch(/^holiday\.json: /);

  const csv = join(other.folder, 'tour.csv');
  await typed(one.desk, ['--out', csv, '--language', 'en', '--files', ...files]);
  const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(EVENTS + 2);
  expect(lines.at(-1)).toMatch(/^the whole tour;;;.*;1300;.*;45%;23\.5%;23\.5%;8%;/);
  expect(lines.at(-1)).toMatch(/;300;3\.3;3;94%;96%;63%$/);

  const xlsx = join(other.folder, 'tour.xlsx');
  await typed(one.desk, ['--out', xlsx, '--files', ...files]);
  const [sheet, bySector, scales, shares] = await readXlsxFile(xlsx);
  const last = sheet?.data.at(-1) ?? [];
  expect(last[4]).toBe(1_300);
  expect(last[7]).toBeCloseTo(0.45, 3);
  expect(sheet?.data[1]?.[1]).toEqual(new Date('2018-11-01T00:00:00Z'));
  // The other sheets can be reckoned with, too.
  expect(bySector?.data[1]?.slice(2)).toEqual([585, 0.45]);
  expect(scales?.data[1]?.at(-1)).toBe(3.3);
  expect(shares?.data[1]?.slice(1)).toEqual([282, 18, 300, 0.94]);
});

it('counts of this desk what is named, and says what is not here', async () => {
  const { desk } = await laptop('Ovi');
  const make = async (name: string) =>
    (await desk.ask('events.create', { details: { name, date: '2026-03-18' } })).event;
  const [first, second] = [await make('Kainuu'), await make('Kainuu')];
  await desk.ask('events.demo', {});
  const both = await typed(desk, ['--json']);
  expect(both.json).toMatchObject({ tour: { events: 2 } });
  // Begun twice by itself: the two cannot be put together, so they are told.
  expect(both.lines.join('\n')).toContain(first);
  expect(both.lines.join('\n')).toContain(second);
  const named = await typed(desk, ['--json', '--events', first], true);
  expect(named.json).toMatchObject({ tour: { events: 1 } });
  await expect(typed(desk, ['--json', '--events', 'X'], true)).rejects.toThrow(/X/);
  await expect(typed(desk, ['--out', 'tour.pdf'])).rejects.toThrow(/\.csv or \.xlsx/);
});

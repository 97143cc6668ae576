import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterImport, eventOf } from '../../../shared/intake/gathering';
import { reconcile } from '../../../shared/intake/reconcile';
import type { EventState } from '../../../shared/model/state';
import { readRegistrations } from './read';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');
const there = existsSync(path.join(folder, 'registrations.csv'));
if (!there) console.log('skipped: the sample registrations are not beside this project');

async function read(name: string) {
  const read = await readRegistrations({ name, bytes: readFileSync(path.join(folder, name)) }, {});
  expect(read.rejected).toEqual([]);
  return read.rows;
}

async function imported(state: EventState, name: string) {
  const rows = await read(name);
  const plan = reconcile(state, rows);
  const counts = [plan.added.length, plan.updated.length, plan.unchanged, plan.rejected.length];
  return { counts, state: afterImport(state, rows) };
}

describe.skipIf(!there)('the sample registrations', () => {
  it('go in once, a week later by what is new, and never twice', async () => {
    const first = await imported(eventOf(), 'registrations.csv');
    expect(first.counts).toEqual([76, 0, 0, 0]);
    const again = await imported(first.state, 'registrations.csv');
    expect(again.counts).toEqual([0, 0, 76, 0]);
    const later = await imported(again.state, 'registrations-week-later.csv');
    expect(later.counts).toEqual([9, 1, 75, 0]);
    expect((await imported(later.state, 'registrations-week-later.csv')).counts).toEqual([
      0, 0, 85, 0,
    ]);
  });

  it('go in from a workbook', async () => {
    const book = await imported(eventOf(), 'registrations.xlsx');
    expect(book.counts).toEqual([80, 0, 0, 0]);
    expect((await imported(book.state, 'registrations.xlsx')).counts).toEqual([0, 0, 80, 0]);
  });

  it('of another form overwrite nobody, and one who is on both lists stays one', async () => {
    const { state } = await imported(eventOf(), 'registrations.csv');
    const both = await imported(
      (await imported(state, 'registrations-week-later.csv')).state,
      'registrations.xlsx',
    );
    const addresses = new Set([...both.state.participants].map((one) => one.email.toLowerCase()));
    expect(both.state.participants.size).toBe(addresses.size);
    expect(both.counts[0]).toBeGreaterThanOrEqual(79);
    expect((await imported(both.state, 'registrations.xlsx')).counts).toEqual([0, 0, 80, 0]);
    expect((await imported(both.state, 'registrations-week-later.csv')).counts.slice(0, 2)).toEqual(
      [0, 0],
    );
  });

  it('go in from pasted cells without headings', async () => {
    const text = readFileSync(path.join(folder, 'pasted-cells.txt'), 'utf8');
    const { rows, rejected } = await readRegistrations({ name: 'pasted', text }, {});
    expect(rejected).toEqual([]);
    expect(reconcile(eventOf(), rows).added).toHaveLength(12);
    const fields = ['email', 'firstName', 'lastName', 'organisation'];
    for (const row of rows) expect(Object.keys(row.fields).sort()).toEqual(fields);
  });
});

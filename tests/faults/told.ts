import { watch } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Client } from './clients';
import type { History } from './history';
import type { ServedEvent } from './serving';

const commitFrameSchema = z.object({
  type: z.literal('commit'),
  commit: z.looseObject({ seq: z.number(), cmd: z.string(), facts: z.array(z.unknown()) }),
});

/** Resolves when the desk begins to write the database in an event's folder. */
export function snapshotBegins(folder: string): { begun: Promise<void>; stop(): void } {
  let stop = () => {};
  const begun = new Promise<void>((resolve) => {
    const watcher = watch(folder, (_what, file) => file === 'db.json.tmp' && resolve());
    stop = () => watcher.close();
  });
  return { begun, stop };
}

/** Every answer and every word told to a screen has to be in the journal, once and as it was told. */
export function checkTold(history: History, clients: readonly Client[], heard: readonly string[]) {
  // Said in one go: a long run comes to millions of comparisons.
  const wrong: string[] = [];
  for (const client of clients) {
    let last = 0;
    for (const { asked, seq } of client.acknowledged) {
      const kept = history.byCommand.get(asked.id) ?? [];
      // What was refused may have reached the disk: to ask for it again then changes nothing.
      if (kept.length === 0 && asked.before.some((id) => history.byCommand.has(id))) continue;
      const [commit] = kept;
      const what = `${asked.command.type} ${asked.id}`;
      if (!commit || kept.length > 1) {
        wrong.push(`${what} is there ${kept.length} times`);
        continue;
      }
      if (commit.seq <= last) wrong.push(`${what} is fact ${commit.seq}, not after ${last}`);
      last = commit.seq;
      const end = commit.seq + commit.facts.length - 1;
      if (!asked.again && end !== seq) wrong.push(`${what} ends with ${end}, ${seq} was answered`);
    }
  }
  expect(wrong).toEqual([]);
  for (const frame of heard) {
    const { success, data: told } = commitFrameSchema.safeParse(JSON.parse(frame));
    if (!success) continue;
    const [commit] = history.byCommand.get(told.commit.cmd) ?? [];
    expect(commit).toMatchObject(told.commit);
  }
  const twice = [...history.byCommand.values()].filter((one) => one.length > 1);
  expect(twice).toEqual([]);
}

/** The turn that runs is the one that the last floor change began, from the same instant. */
export function checkTurn(history: History, panel: string, served: ServedEvent, asked: number) {
  const last = history.commits.findLast(({ kind }) => kind === 'floor.give');
  if (!last) return;
  const turn = served.turns.findLast((one) => one.session === panel);
  const from = last.facts[0]?.at ?? Number.NaN;
  expect(turn?.from).toBe(new Date(from).toISOString());
  expect(turn?.ms).toBeGreaterThanOrEqual(asked - from);
}

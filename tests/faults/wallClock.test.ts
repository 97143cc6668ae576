import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openFakeWall } from './fakeWall';
import { History } from './history';
import { json, run } from './program';
import { startServing } from './serving';
import type { Serving } from './serving';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** How far a timer may be moved by whatever is done to the wall clock, in ms. */
const MOVED_MS = 50;

/** The turn that runs, and between which two moments of the steady clock the desk told of it. */
interface Seen {
  ms: number;
  before: number;
  after: number;
}

/** A turn goes on as steady time does: what passed on it lies within what can have passed here. */
function wentOn(first: Seen, now: Seen) {
  const passed = now.ms - first.ms;
  expect(passed).toBeGreaterThanOrEqual(now.before - first.after - MOVED_MS);
  expect(passed).toBeLessThanOrEqual(now.after - first.before + MOVED_MS);
}

const NIGHTS: ReadonlyArray<readonly [when: string, start: string]> = [
  ['the night in which summer time ends in Helsinki', '2026-10-25T00:59:45Z'],
  ['the night in which summer time begins in Helsinki', '2027-03-28T00:59:45Z'],
  ['midnight in Helsinki', '2026-11-21T21:59:45Z'],
];

for (const [when, start] of NIGHTS) {
  it(`a wall clock that is set moves no timer: ${when}`, async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'nuija-wall-'));
    const wall = openFakeWall(folder);
    if (typeof wall === 'string') {
      await rm(folder, { recursive: true });
      return test.skip(wall);
    }
    const data = join(folder, 'data');
    const began = Date.parse(start);
    let serving: Serving | null = null;
    try {
      const { event } = z.object({ event: z.string() }).parse(json(['demo', '--data', data]));
      wall.set(began);
      expect(wall.read()).toBeGreaterThanOrEqual(began);
      expect(wall.read()).toBeLessThan(began + HOUR);
      const desk = await startServing(data, wall.env);
      serving = desk;
      const { sessions } = await desk.event(event);
      const panel = sessions.find((one) => one.kind === 'panel')?.id;
      const give = async (to: Serving, speaker: string) => {
        const command = { type: 'floor.give', session: panel, speaker };
        expect(await to.command(event, { command })).toMatchObject({ ok: true });
      };
      const turns = async (of: Serving) =>
        (await of.event(event)).turns.filter((one) => one.session === panel);
      const see = async (of: Serving): Promise<Seen> => {
        const before = performance.now();
        const last = (await turns(of)).at(-1);
        return { ms: last?.ms ?? Number.NaN, before, after: performance.now() };
      };

      await give(desk, 'moderator');
      const first = await see(desk);
      for (const step of [30 * SECOND, -30 * SECOND, HOUR, -HOUR, 20 * SECOND]) {
        wall.set(wall.read() + step);
        wentOn(first, await see(desk));
      }
      // A laptop whose programs stand still for a while.
      desk.process.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 500));
      desk.process.kill('SIGCONT');
      wentOn(first, await see(desk));

      await give(desk, 'audience');
      await desk.end('SIGKILL');
      const before = await (async () => {
        // An hour back while nothing runs: what was stated stays in the past.
        wall.set(began - HOUR);
        const again = await startServing(data, wall.env);
        serving = again;
        return again;
      })();
      const second = await see(before);
      expect(second.ms).toBeGreaterThanOrEqual(0);
      wentOn(second, await see(before));
      await give(before, 'moderator');

      const ledger = await turns(before);
      expect(ledger).toHaveLength(3);
      for (const [at, turn] of ledger.entries()) {
        const next = ledger[at + 1];
        if (next) expect(Date.parse(turn.from) + turn.ms).toBe(Date.parse(next.from));
      }
      expect(await before.end('SIGTERM')).toBe(0);
      const history = new History(join(data, 'events', event, 'journal.jsonl'));
      await history.readOn();
      const stated = history.commits
        .filter(({ kind }) => kind === 'floor.give')
        .flatMap(({ facts }) => facts.map(({ at }) => at));
      expect(stated).toEqual(stated.toSorted((a, b) => a - b));
      expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
    } finally {
      await serving?.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);
}

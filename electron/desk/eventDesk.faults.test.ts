import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { EMPTY_STATE } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import { trouble } from '../store/simulated/life';
import { drawLots } from '../store/simulated/lots';
import { plans } from '../store/simulated/plan';
import type { Life, Plan, Trouble } from '../store/simulated/plan';
import { runs } from '../store/simulated/runs';
import { SimulatedDisk } from '../store/simulated/simulatedDisk';
import type { RunningDisk } from '../store/simulated/simulatedDisk';
import { beginEvent } from './beginning';
import { startClock } from './clock';
import { EventDesk } from './eventDesk';
import { createIdentity } from './identity';
import { openStore } from './openStore';

const FOLDER = '/data/events/event';
const identity = createIdentity();
const clock = startClock();
const ask = (name: string, length: number) =>
  ({
    type: 'participant.add',
    fields: { firstName: 'Ääni', lastName: name, notes: '.'.repeat(length) },
    checkIn: true,
  }) as const;

/** A desk that is opened, works and is cut off again and again, and what it has acknowledged. */
class Trial {
  readonly #disk: SimulatedDisk;
  readonly #acknowledged: string[] = [];
  #asked = 0;

  constructor(seed: number) {
    this.#disk = new SimulatedDisk('/data', drawLots(seed));
  }

  async live({ acts, stop, end, opening }: Life): Promise<void> {
    for (const each of opening) trouble(this.#disk, each, 'db.json');
    const running = this.#disk.start(stop);
    const desk = await this.#open(running).catch((error: unknown) => {
      if (running.stopped || opening.length > 0) return null;
      throw error;
    });
    const under: Promise<void>[] = [];
    for (const act of desk ? acts : []) {
      if (act.do === 'trouble') trouble(this.#disk, act.trouble, 'db.json');
      else if (act.do === 'heal') this.#disk.faults.heal();
      else if (act.do === 'settle') await Promise.all(under);
      else if (act.do === 'turns') await turn();
      else if (act.do === 'snapshot') under.push(desk?.save().catch(() => undefined) ?? turn());
      else {
        for (const [length = 0] of act.commits) {
          if (desk) under.push(this.#ask(desk, running, length));
          for (let turns = act.pause; turns > 0; turns--) await turn();
        }
      }
    }
    await Promise.all(under);
    if (desk && !running.stopped) this.#mustHold(desk.state);
    await desk?.close().catch(() => undefined);
    this.#disk.faults.heal();
    if (end === 'kill') this.#disk.kill();
    else this.#disk.powerCut();
  }

  async finish(): Promise<void> {
    const running = this.#disk.start();
    const desk = await this.#open(running);
    await this.#ask(desk, running, 1);
    expect(this.#acknowledged.at(-1)).toBe(`Malli${this.#asked}`);
    this.#mustHold(desk.state);
    await desk.close();
  }

  async #open(running: RunningDisk): Promise<EventDesk> {
    const open = () => openStore(running, FOLDER, null, { warn: () => undefined });
    const store = await open();
    if (!running.stopped) this.#mustHold(store.state);
    const commits: Commit[] = [];
    for await (const commit of store.commits()) commits.push(commit);
    expect(new Set(commits.map(({ cmd }) => cmd)).size).toBe(commits.length);
    expect(namesIn(commits.reduce(fold, EMPTY_STATE))).toEqual(namesIn(store.state));
    const desk = new EventDesk({ store, reopen: open, clock, identity, desk: 'Koetiski' });
    if (store.state.seq === 0) {
      const lots = {
        newId: () => identity.newId(clock.now()),
        newTag: identity.newTag,
        newCode: identity.newCode,
      };
      await desk.begin('event.create', beginEvent({ name: 'Koe' }, 'empty', lots).facts);
    }
    return desk;
  }

  async #ask(desk: EventDesk, running: RunningDisk, length: number): Promise<void> {
    const name = `Malli${++this.#asked}`;
    try {
      const { ok } = await desk.commit({ command: ask(name, length) });
      if (ok && !running.stopped) this.#acknowledged.push(name);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'DeskError')) throw error;
    }
  }

  /** Everybody acknowledged is there once, in the order of the answers. */
  #mustHold(state: EventState): void {
    const names = namesIn(state);
    expect(new Set(names).size).toBe(names.length);
    const promised = new Set(this.#acknowledged);
    expect(names.filter((name) => promised.has(name))).toEqual(this.#acknowledged);
  }
}

function namesIn(state: EventState): string[] {
  const people = [...state.participants.values()];
  return people.map(({ lastName }) => lastName).sort(byNumber);
}

const byNumber = (one: string, other: string) => Number(one.slice(5)) - Number(other.slice(5));

const syncFails: Trouble = {
  kind: 'fault',
  fault: { step: 'datasync', file: 'journal.jsonl', code: 'EIO' },
};

test.each([
  ['whatever happens to its disk', []],
  ['also when syncs fail while others wait', [syncFails]],
])(
  'a desk keeps everybody it has acknowledged, %s',
  async (_when, favourites) => {
    const property = fc.asyncProperty(plans(favourites), async (plan: Plan) => {
      const trial = new Trial(plan.seed);
      for (const life of plan.lives) await trial.live(life);
      await trial.finish();
    });
    await fc.assert(property, runs(40));
  },
  3_600_000,
);

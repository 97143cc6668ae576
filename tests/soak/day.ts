import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { vi } from 'vitest';
import { createClock } from '../../electron/desk/clock';
import { openDesk } from '../../electron/desk/desk';
import type { LocalDesk } from '../../electron/desk/desk';
import type { Command } from '../../shared/commands/command';
import type { EventState } from '../../shared/model/state';
import { EMPTY_PANEL } from '../../shared/model/session';
import { panelTurns } from '../../shared/panel/balance';
import { seatsOf } from '../../shared/testing/deskOfPaper';
import { beatsByHand } from './beats';
import { openHall } from './hall';

const SECOND = 1_000;
const MINUTE = 60;
const TABLE = 5;

/** How large the day is; times in simulated seconds. */
export interface Size {
  seconds: number;
  panels: number;
  screens: number;
  /** A turn lasts so long. */
  turn: number;
  /** Each of two receptions checks somebody in so often. */
  arrival: number;
  /** Memory is looked at so often. */
  sample: number;
}

/** What was in memory at one moment of the day. */
export interface Sample {
  second: number;
  /** Used by objects after everything unreachable was collected, MB. */
  heap: number;
  /** Outside the heap: buffers of sockets and files, MB. */
  buffers: number;
}

export interface Day {
  samples: Sample[];
  commands: number;
  /** Frames that came to the screens. */
  frames: number;
  /** What every screen showed last: one text when they agree. */
  shown: Set<string>;
  /** What the desk says they should show. */
  expected: string;
  /** By how much turns and silence miss the panels' time, ms. */
  missing: number;
  /** Simulated against steady time at the end, ms. */
  off: number;
}

/** Collects what is unreachable, without a flag at the start of the program. */
const collect: () => void = (() => {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('there is no garbage collector to call');
  return () => {
    gc();
    gc();
  };
})();

function sampleAt(second: number): Sample {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  const megabytes = (bytes: number) => bytes / 1_048_576;
  return { second, heap: megabytes(heapUsed), buffers: megabytes(external + arrayBuffers) };
}

/**
 * A day at a desk with its screens on WebSockets, as fast as the machine can. The desk's clock and what is
 * due every so often are moved by hand, a second at a time; disk and network are real.
 */
export async function simulatedDay(size: Size): Promise<Day> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'nuija-soak-'));
  const start = Date.parse('2026-03-18T06:00:00Z');
  let second = 0;
  const steady = () => second * SECOND;
  const clock = createClock({ steady, up: steady, wall: () => start + steady() });
  const beats = beatsByHand();
  const desk = await openDesk({
    dataFolder,
    desk: 'Tiski',
    host: 'memory',
    version: '0.0.0',
    clock,
    stage: { displays: async () => [], open: async () => ({ opened: false, url: '' }) },
    log: (line) => {
      throw new Error(line);
    },
  });
  try {
    const { event } = await desk.ask('events.create', {
      details: { name: 'Pitkä päivä', date: '2026-03-18' },
    });
    const hall = await openHall(desk, event, size.screens);
    const { must, commands } = asker(desk, event);
    const panels = await makeProgramme(desk, event, must, size);
    const samples: Sample[] = [];
    const each = Math.floor(size.seconds / size.panels);
    for (; second < size.seconds; second++) {
      const session = panels[Math.min(panels.length - 1, Math.floor(second / each))] ?? '';
      for (const command of dueAt(second, session, size)) await must(command);
      beats.pass(SECOND);
      await hall.settled();
      if (second % size.sample === 0) samples.push(sampleAt(second));
    }
    const { state } = await desk.shelf.open(event);
    const expected = `Viesti ${Math.floor((second - 1) / (10 * MINUTE))}`;
    await vi.waitUntil(() => hall.shown().size === 1, { timeout: 60_000, interval: 20 });
    const day = {
      samples,
      commands: commands(),
      frames: hall.frames(),
      shown: hall.shown(),
      expected: state.stage.message?.text === expected ? expected : 'another message',
      missing: missingIn(state, clock.now()),
      off: clock.now() - start - steady(),
    };
    await hall.close();
    return day;
  } finally {
    await desk.close();
    beats.end();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Asks the desk as a screen does; a refusal ends the day. */
function asker(desk: LocalDesk, event: string) {
  let commands = 0;
  const must = async (command: Command) => {
    const outcome = await desk.ask('event.command', { event, ask: { command } });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.reason}`);
    commands += 1;
  };
  return { must, commands: () => commands };
}

/** The panels of the day, one after another; answers their ids in order. */
async function makeProgramme(
  desk: LocalDesk,
  event: string,
  must: (command: Command) => Promise<void>,
  { seconds, panels }: Size,
): Promise<string[]> {
  const plannedMs = Math.floor(seconds / panels) * SECOND;
  for (let n = 0; n < panels; n++) {
    const panel = { ...EMPTY_PANEL, seats: seatsOf(TABLE) };
    const plannedStart = 480 + Math.floor((n * plannedMs) / 60_000);
    await must({
      type: 'session.add',
      fields: { kind: 'panel', title: `Paneeli ${n + 1}`, plannedStart, plannedMs, panel },
    });
  }
  const { state } = await desk.shelf.open(event);
  return [...state.sessions.keys()];
}

/** What everybody does in this second: hand-overs, pauses, hands, check-ins, messages to the stage. */
function dueAt(second: number, session: string, { turn, arrival }: Size): Command[] {
  const due: Command[] = [];
  const nth = Math.floor(second / turn);
  const seat = (n: number) => String.fromCharCode(97 + (n % TABLE));
  if (second % turn === 0) due.push({ type: 'floor.give', session, speaker: seat(nth) });
  if (second % turn === Math.floor(turn / 3)) {
    due.push({ type: 'hand.raise', session, seat: seat(nth + 1) });
  }
  if (second % (5 * turn) === Math.floor(turn / 2)) due.push({ type: 'floor.pause', session });
  if (second % (5 * turn) === Math.floor(turn / 2) + 4) due.push({ type: 'floor.resume', session });
  for (const reception of [1, 2]) {
    if (second % arrival !== reception) continue;
    const fields = { firstName: `Vieras ${reception}`, lastName: `Numero ${second}` };
    due.push({ type: 'participant.add', fields, walkIn: true, checkIn: true });
  }
  if (second % (10 * MINUTE) === 0) {
    due.push({ type: 'stage.message', text: `Viesti ${second / (10 * MINUTE)}` });
  }
  return due;
}

/** By how much the turns and silences of all panels miss the time that the panels have lasted, ms. */
function missingIn(state: EventState, now: number): number {
  let missing = 0;
  for (const session of state.sessions) {
    if (session.startedAt === null) continue;
    const lasted = (session.endedAt ?? now) - session.startedAt;
    const told = panelTurns(state, session, now).reduce((sum, { ms }) => sum + ms, 0);
    missing += Math.abs(lasted - told);
  }
  return missing;
}

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openChance } from './chance';
import { clientsOf } from './clients';
import type { Client } from './clients';
import { openDrive } from './drive';
import type { Drive } from './drive';
import { History } from './history';
import { json, run } from './program';
import { killWhileStarting, startServing } from './serving';
import type { Serving } from './serving';
import { checkTold, checkTurn, snapshotBegins } from './told';

/** How often the power is cut; `npm run test:faults` asks for more. */
const CUTS = Number(process.env['NUIJA_FAULT_CUTS'] ?? 5);
const MB = 1024 * 1024;
const EDITED = 20;
/** A long run says how far it is after so many cuts. */
const TOLD_EVERY = 10;

const chance = openChance();

interface Desk {
  drive: Drive;
  data: string;
  event: string;
  clients: readonly Client[];
}

/** Loads a desk from all clients, and cuts the power in the midst of it; answers what a screen heard before. */
async function loadAndCut(serving: Serving, desk: Desk, inSnapshot: boolean): Promise<string[]> {
  const { drive, data, event, clients } = desk;
  await Promise.all(clients.map((one) => one.settle(serving)));
  const heard: string[] = [];
  serving.listen(event, (frame) => heard.push(frame));
  const answered = () => clients.reduce((sum, one) => sum + one.acknowledged.length, 0);
  const snapshot = inSnapshot ? snapshotBegins(join(data, 'events', event)) : null;
  const wanted = answered() + 1 + chance.upTo(120);
  const cut = await drive.aim();
  let over = false;
  const working = Promise.all(clients.map((one) => one.work(serving, () => over)));
  if (snapshot) await snapshot.begun;
  else while (answered() < wanted) await pause(1);
  await pause(chance.upTo(6));
  const said = clients.map((one) => one.acknowledged.length);
  const told = heard.length;
  await cut();
  await pause(chance.upTo(40));
  await serving.end('SIGKILL');
  over = true;
  snapshot?.stop();
  await working;
  for (const [at, one] of clients.entries()) one.acknowledged.splice(said[at] ?? 0);
  return heard.slice(0, told);
}

it(
  `loses nothing acknowledged in ${CUTS} power cuts of a real file system under a desk at work`,
  async (test) => {
    const drive = await openDrive(64 * MB);
    if (typeof drive === 'string') return test.skip(drive);
    const data = join(drive.folder, 'data');
    let serving: Serving | null = null;
    try {
      const { event } = z.object({ event: z.string() }).parse(json(['demo', '--data', data]));
      let up = await startServing(data);
      serving = up;
      const { participants, sessions } = await up.event(event);
      const ids = participants.map(({ id }) => id);
      const panel = sessions.find((one) => one.kind === 'panel')?.id ?? '';
      const ground = { event, expected: ids.slice(EDITED), edited: ids.slice(0, EDITED), panel };
      const clients = clientsOf(ground, chance);
      const history = new History(join(data, 'events', event, 'journal.jsonl'));
      const desk = { drive, data, event, clients };

      const begun = Date.now();
      for (let cut = 0; cut < CUTS; cut++) {
        const heard = await loadAndCut(up, desk, cut % 5 === 2);
        drive.back();
        if (cut % 5 === 3) {
          await killWhileStarting(data, chance.upTo(600), await drive.aim());
          drive.back();
        }
        up = await startServing(data);
        serving = up;
        const asked = Date.now();
        const served = await up.event(event);
        await history.readOn();
        checkTold(history, clients, heard);
        checkTurn(history, panel, served, asked);
        if ((cut + 1) % TOLD_EVERY === 0) {
          const seconds = Math.round((Date.now() - begun) / 1000);
          const kept = history.commits.length;
          console.log(`${cut + 1} of ${CUTS} cuts after ${seconds} s: ${kept} commits, none lost`);
        }
      }

      // What was not answered is asked for once more, so that nothing is left in doubt.
      await Promise.all(clients.map((one) => one.settle(up)));
      expect(await up.end('SIGTERM')).toBe(0);
      await history.readOn();
      checkTold(history, clients, []);
      // Only what came after a cut was refused, each time with the disk as the reason.
      const codes = new Set(clients.flatMap((one) => one.refused.map(({ code }) => code)));
      for (const code of codes) expect(code).toMatch(/^store\./);
      expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
      const acknowledged = clients.reduce((sum, one) => sum + one.acknowledged.length, 0);
      console.log(
        `power cuts: ${CUTS}, acknowledged commands: ${acknowledged}, commits: ${history.commits.length}, lost: 0, doubled: 0 (NUIJA_FAULT_SEED=${chance.seed})`,
      );
    } finally {
      await serving?.end('SIGKILL');
      drive.remove();
    }
  },
  // On a machine with much else to do a cut takes half a minute and more.
  600_000 + CUTS * 180_000,
);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { LiveSignal } from '../../shared/contract';
import { openDeskOn } from './openDeskOn.fixture';

it('tells all who listen of a commit by one and the same frame, so that it is written out once', async () => {
  const data = mkdtempSync(join(tmpdir(), 'nuija-live-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const desk = await openDeskOn(data);
  onTestFinished(() => desk.close());
  const details = { name: 'Kaksi kuulijaa', date: '2027-03-27' };
  const { event } = await desk.ask('events.create', { details });
  const heard: LiveSignal[][] = [[], []];
  for (const one of heard) {
    const stop = desk.live(event, 'desk', (signal) => one.push(signal));
    onTestFinished(stop);
  }
  const types = (type: LiveSignal['type']) =>
    heard.map((one) => one.filter((signal) => signal.type === type));
  await vi.waitFor(() => expect(types('state').map((one) => one.length)).toEqual([1, 1]), 30_000);
  for (const lastName of ['Hakala', 'Oja']) {
    const command = { type: 'participant.add', fields: { lastName } } as const;
    await desk.ask('event.command', { event, ask: { command } });
  }
  const [first = [], second = []] = types('commit');
  expect(first).toHaveLength(2);
  expect(first[0]).not.toBe(first[1]);
  for (const [at, frame] of first.entries()) expect(second[at]).toBe(frame);
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskOn } from './openDeskOn.fixture';

it('a desk that is closed while its network is still being opened writes nothing afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nuija-network-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const desk = await openDeskOn(folder, { host: 'serve' });
  await desk.close();
  const left = await readdir(folder);
  await import('../link/venue');
  await wait(200);
  expect(await readdir(folder)).toEqual(left);
});

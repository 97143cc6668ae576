import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalDesk } from '../../electron/desk/desk';
import { openDeskOn } from '../../electron/desk/openDeskOn.fixture';

/** A real desk on an empty data folder of its own, which goes when it is closed. */
export async function openTestDesk(): Promise<{ desk: LocalDesk; close(): Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'nuija-contract-'));
  const desk = await openDeskOn(dataFolder);
  return {
    desk,
    close: async () => {
      await desk.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

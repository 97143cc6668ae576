import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderBadges } from '../../electron/badges/render';
import { drawSheet } from '../../electron/reports/drawSheet';
import { openDesk } from '../../electron/desk/desk';
import type { LocalDesk } from '../../electron/desk/desk';

/** A real desk on an empty data folder of its own, which goes when it is closed. */
export async function openTestDesk(): Promise<{ desk: LocalDesk; close(): Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'nuija-contract-'));
  const desk = await openDesk({
    dataFolder,
    desk: 'Koetiski',
    host: 'memory',
    version: '0.0.0',
    stage: { displays: async () => [], open: async () => ({ opened: false, url: '' }) },
    // The worker threads need the built program; what is drawn is the same.
    draw: renderBadges,
    drawSheet,
    log: () => {},
  });
  return {
    desk,
    close: async () => {
      await desk.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

import { renderBadges } from '../badges/render';
import { renderTestSheet } from '../badges/test-sheet';
import { drawCards } from '../badges/cards/drawCards';
import { draw as drawSheet } from '../reports/draw';
import { openDesk } from './desk';
import type { DeskOptions, LocalDesk } from './desk';

/**
 * A desk in this process, for tests. The worker threads need the built program, so PDFs are drawn here; what is
 * drawn is the same. `more` goes before what stands here.
 */
export function openDeskOn(
  dataFolder: string,
  more: Partial<DeskOptions> = {},
): Promise<LocalDesk> {
  return openDesk({
    dataFolder,
    desk: 'Koetiski',
    host: 'memory',
    version: '0.0.0',
    stage: { displays: async () => [], open: async () => ({ opened: false, url: '' }) },
    draw: renderBadges,
    drawTestSheet: renderTestSheet,
    drawSheet,
    drawCards,
    log: () => {},
    ...more,
  });
}

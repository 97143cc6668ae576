import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../desk/failure';
import type { PrintEntry } from './printEntry';
import { SpoolRefusal } from './spooler';
import type { SpoolState, Spooler } from './spooler';

type Handed = Pick<PrintEntry, 'printer' | 'spool'>;

/** How long a job that was taken back may take to be out of the queue, in looks. */
const LOOKS = 40;

/** Where a job is; one whose service does not answer is still in its queue, as far as anybody knows. */
export async function stateOf(spooler: Spooler, { printer, spool }: Handed): Promise<SpoolState> {
  try {
    return await spooler.look(printer, spool);
  } catch (error) {
    if (!(error instanceof SpoolRefusal)) throw error;
    return { at: 'queued', troubles: ['no-spooler'], says: error.says };
  }
}

/**
 * Takes a job out of its queue, and says whether it came `out` on paper meanwhile or is `gone`; looked at every
 * so many ms.
 * @throws `print.noSpooler`, `print.stillThere`
 */
export async function takeBack(
  spooler: Spooler,
  { printer, spool }: Handed,
  every: number,
): Promise<'out' | 'gone'> {
  try {
    await spooler.cancel(printer, spool);
    for (let looks = 0; looks < LOOKS; looks++) {
      const { at } = await spooler.look(printer, spool);
      if (at === 'done') return 'out';
      if (at === 'stopped' || at === 'unknown') return 'gone';
      await wait(every);
    }
  } catch (error) {
    if (!(error instanceof SpoolRefusal)) throw error;
    throw failure('print.noSpooler', { what: error.says });
  }
  throw failure('print.stillThere', { printer });
}

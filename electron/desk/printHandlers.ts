import type { z } from 'zod';
import { channels } from '../../shared/contract';
import type { PrinterBook } from '../print/printerBook';
import type { Printing } from '../print/printing';
import { SpoolRefusal } from '../print/spooler';
import type { Spooler } from '../print/spooler';
import { checked } from './checked';

/** What a desk prints with. */
export interface PrintRoom {
  spooler: Spooler;
  book: PrinterBook;
  printing: Printing;
  /** Hands a layout's test sheet to a printer. */
  testSheet(asked: z.output<(typeof channels)['print.testSheet']['ask']>): Promise<void>;
}

/** What a desk does for the contract's channels about printing. */
export function printHandlers({ spooler, book, printing, testSheet }: PrintRoom) {
  return {
    'print.printers': checked(channels['print.printers'], async () => {
      const { kind } = spooler;
      try {
        return { spooler: kind, printers: await spooler.printers(), problem: '' };
      } catch (error) {
        if (!(error instanceof SpoolRefusal)) throw error;
        return { spooler: error.says ? kind : 'none', printers: [], problem: error.says };
      }
    }),
    'print.settings': checked(channels['print.settings'], () => book.settings()),
    'print.choose': checked(channels['print.choose'], ({ layout, printer }) =>
      book.choose(layout, printer),
    ),
    'print.calibrate': checked(channels['print.calibrate'], ({ printer, layout, mm }) =>
      book.calibrate(printer, layout, mm),
    ),
    'print.testSheet': checked(channels['print.testSheet'], async (asked) => {
      await testSheet(asked);
      return {};
    }),
    'print.send': checked(channels['print.send'], (asked) => printing.send(asked)),
    'print.jobs': checked(channels['print.jobs'], async ({ event }) => ({
      jobs: await printing.jobs(event),
    })),
    'print.retry': checked(channels['print.retry'], ({ job, printer }) =>
      printing.retry(job, printer),
    ),
    'print.cancel': checked(channels['print.cancel'], ({ job }) => printing.cancel(job)),
    'print.settle': checked(channels['print.settle'], ({ job, cameOut }) =>
      printing.settle(job, cameOut),
    ),
    'print.backs': checked(channels['print.backs'], ({ job, top }) => printing.backs(job, top)),
  };
}

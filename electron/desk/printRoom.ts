import type { AnswerOf } from '../../shared/contract';
import { pageSizeOf } from '../print/pageSize';
import { PrinterBook } from '../print/printerBook';
import { Printing } from '../print/printing';
import { SpoolRefusal } from '../print/spooler';
import type { Spooler } from '../print/spooler';
import { systemSpooler } from '../print/systemSpooler';
import type { Disk } from '../store/disk';
import { drawEventBadges } from './badgeSheet';
import type { DrawBadges, DrawTestSheet } from './badgeSheet';
import type { Clock } from './clock';
import type { EventShelf } from './eventShelf';
import { failure } from './failure';
import type { Identity } from './identity';
import type { PrintRoom } from './printHandlers';

interface Around {
  disk: Disk;
  dataFolder: string;
  host: AnswerOf<'app.info'>['host'];
  shelf: EventShelf;
  clock: Clock;
  identity: Identity;
  draw: DrawBadges;
  drawTestSheet: DrawTestSheet;
  spooler?: Spooler;
  printEvery?: number;
  log(line: string): void;
}

/** What a desk prints with; a desk that stays goes on at once with what an earlier run left to print. */
export function openPrintRoom(around: Around): PrintRoom {
  const { disk, dataFolder, host, shelf, clock, identity, draw, drawTestSheet, log } = around;
  const spooler = around.spooler ?? systemSpooler();
  const book = new PrinterBook(disk, dataFolder, log);
  const printing = new Printing({
    disk,
    dataFolder,
    spooler,
    book,
    now: () => clock.now(),
    newId: () => identity.newId(clock.now()),
    open: (event) => shelf.open(event),
    draw: (...asked) => drawEventBadges(draw, ...asked),
    resumes: host !== 'memory',
    ...(around.printEvery !== undefined && { every: around.printEvery }),
    log,
  });
  printing.start();
  return {
    spooler,
    book,
    printing,
    testSheet: async ({ printer, ...onto }) => {
      const offset = await book.offsetOf(printer, onto.layout);
      const { pdf } = await drawTestSheet({ ...onto, ...(offset && { offset }) });
      const size = pageSizeOf(pdf);
      if (!size) throw failure('print.pages');
      try {
        await spooler.submit({ printer, pdf, size, duplex: null, title: 'Nuija test sheet' });
      } catch (error) {
        if (!(error instanceof SpoolRefusal)) throw error;
        throw failure('print.notTaken', { printer, what: error.message });
      }
    },
  };
}

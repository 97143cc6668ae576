import type { BadgeSettings } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import type { EventBadges, OnPrinter } from '../desk/badgeSheet';
import { failure } from '../desk/failure';
import { pageSizeOf } from './pageSize';
import type { PrinterBook } from './printerBook';
import type { PrintEntry } from './printEntry';
import { edgeOf, flipOf, planSides } from './sides';
import type { SpoolOrder, Spooler } from './spooler';
import { standing } from './whose';

/** What it takes to make an order of an entry. */
export interface Ordering {
  spooler: Spooler;
  book: PrinterBook;
  draw(
    state: EventState,
    settings: BadgeSettings & OnPrinter,
    who: string[],
  ): Promise<Pick<EventBadges, 'pdf' | 'sheets' | 'flip' | 'participants' | 'warnings'>>;
}

/** A document for the spooler, which pass of the entry it is, and what is to be said of the badges on it. */
export interface Ordered extends Pick<PrintEntry, 'pass' | 'turn'> {
  order: SpoolOrder;
  warnings: EventBadges['warnings'];
}

/**
 * Draws the badges of an entry as its printer can print them. Where the backs are on pages of their own and the
 * printer cannot turn sheets, it is the fronts alone, with what a person then turns.
 */
export async function ordered(
  entry: PrintEntry,
  state: EventState,
  { spooler, book, draw }: Ordering,
): Promise<Ordered> {
  const { settings, printer } = entry;
  const who = standing(state, entry.who);
  const offset = settings.offset ?? (await book.offsetOf(printer, settings.layout));
  const drawn = (how: OnPrinter = {}) =>
    draw(state, { ...settings, ...(offset && { offset }), ...how }, who);
  const order = (pdf: Uint8Array, duplex: SpoolOrder['duplex']): SpoolOrder => {
    const size = pageSizeOf(pdf);
    if (!size) throw failure('print.pages');
    return { printer, pdf, size, duplex, title: `Nuija ${entry.id}` };
  };

  if (entry.pass === 'backs' && entry.turn) {
    const { pdf, warnings } = await drawn({ only: 'backs', lastFirst: entry.top === 'last' });
    return { order: order(pdf, null), pass: 'backs', turn: entry.turn, warnings };
  }
  const both = await drawn();
  const { flip, sheets, participants, warnings } = both;
  if (!flip) return { order: order(both.pdf, null), pass: 'whole', turn: null, warnings };
  const { by, edge } = planSides(edgeOf(flip), await spooler.turns(printer));
  if (by === 'printer') {
    const { pdf } = edge === edgeOf(flip) ? both : await drawn({ flip: flipOf(edge) });
    return { order: order(pdf, edge), pass: 'whole', turn: null, warnings };
  }
  const { pdf } = await drawn({ only: 'fronts' });
  const first = participants[0] ?? '';
  const last = participants[participants.length - (sheets.at(-1) ?? 0)] ?? '';
  const turn = { edge, sheets: sheets.length, first, last };
  return { order: order(pdf, null), pass: 'fronts', turn, warnings };
}

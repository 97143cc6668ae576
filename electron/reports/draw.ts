import { drawForm } from './drawForm';
import { drawListing } from './drawListing';
import { drawReport } from './drawReport';
import { drawSheet } from './drawSheet';
import type { DrawSheet } from './sheet';

/** Draws what it is given, on the thread it is called on. */
export const draw: DrawSheet = (what) => {
  if ('report' in what) return drawReport(what.report);
  if ('list' in what) return drawListing(what.list);
  return 'form' in what ? drawForm(what.form) : drawSheet(what.sheet);
};

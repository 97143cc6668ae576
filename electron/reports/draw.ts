import { drawReport } from './drawReport';
import { drawSheet } from './drawSheet';
import type { DrawSheet } from './sheet';

/** Draws what it is given, on the thread it is called on. */
export const draw: DrawSheet = (what) =>
  'report' in what ? drawReport(what.report) : drawSheet(what.sheet);

import { lineIsSound, lineNumbers } from '../store/journalLine';

/** How a backup's history stands to this desk's: the same, all in it and more here, the other way round, or neither. */
export type Relation = 'same' | 'older' | 'newer' | 'apart';

/** Compares two journals byte by byte behind their head lines, which tell only where they lay. */
export function relationOf(backup: Buffer, here: Buffer): Relation {
  const [theirs, ours] = [facts(backup), facts(here)];
  const shared = Math.min(theirs.length, ours.length);
  if (!theirs.subarray(0, shared).equals(ours.subarray(0, shared))) return 'apart';
  if (theirs.length === ours.length) return 'same';
  return theirs.length < ours.length ? 'older' : 'newer';
}

function facts(journal: Buffer): Buffer {
  const whole = journal.subarray(0, journal.lastIndexOf('\n') + 1);
  const end = whole.indexOf('\n');
  const headed = end > 0 && lineIsSound(whole, 0, end) && lineNumbers(whole, 0).seq === 0;
  return headed ? whole.subarray(end + 1) : whole;
}

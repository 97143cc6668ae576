import { AUDIENCE, MODERATOR, NOBODY } from '../../../shared/model/mark';
import { SECOND } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';

/** What the next key will be about, after a first key that opens a pair. */
export type Mode = 'floor' | 'hand' | 'giveTo' | 'earlier' | 'takeBack' | 'join';

/** What a key means. Seats are meant by their place at the table, 0 the first. */
export type Meaning =
  | { does: 'give'; to: Who }
  | { does: 'hand'; seat: number }
  | { does: 'pause' }
  | { does: 'start' }
  | { does: 'giveTo'; to: Who }
  | { does: 'earlier'; ms: Duration }
  | { does: 'type' }
  | { does: 'takeBack' }
  /** `to` null: of the later turn's speaker. */
  | { does: 'join'; to: Who | null }
  | { does: 'extend'; ms: Duration }
  | { does: 'correct' }
  | { does: 'open'; part: Part }
  | { does: 'undo' }
  | { does: 'message' }
  | { does: 'nothing' };

/** A part of the screen that a key opens and closes. */
export type Part = 'keys' | 'settings' | 'report';

/** Somebody who can hold the floor: a place at the table, or one of those beside it. */
export type Who =
  | { seat: number }
  | { speaker: typeof MODERATOR | typeof AUDIENCE | typeof NOBODY };

/** By how much a turn can be begun earlier with one key. */
export const EARLIER: readonly Duration[] = [10 * SECOND, 30 * SECOND, 60 * SECOND];

/** By how much one key lengthens or shortens the running turn. */
export const EXTENSION: Duration = 30 * SECOND;

const OPENERS: Record<string, Mode> = {
  H: 'hand',
  G: 'giveTo',
  A: 'earlier',
  T: 'takeBack',
  J: 'join',
};

/**
 * What a key means on the panel screen and what the next one will be about; null when it means
 * nothing there. Names as in `keyName`. Any key that does not fit closes an opened pair.
 */
export function readKey(mode: Mode, key: string): { mode: Mode; meaning: Meaning } | null {
  if (mode === 'floor') return readFloorKey(key);
  const meaning = secondKey(mode, key) ?? { does: 'nothing' };
  return { mode: 'floor', meaning };
}

function readFloorKey(key: string): { mode: Mode; meaning: Meaning } | null {
  const opened = OPENERS[key];
  if (opened) return { mode: opened, meaning: { does: 'nothing' } };
  const meaning = floorKey(key);
  return meaning && { mode: 'floor', meaning };
}

function floorKey(key: string): Meaning | null {
  const who = whoOf(key);
  if (who) return { does: 'give', to: who };
  const hand = /^Shift\+([1-9])$/.exec(key)?.[1];
  if (hand) return { does: 'hand', seat: Number(hand) - 1 };
  switch (key) {
    case 'Space':
      return { does: 'pause' };
    case 'S':
      return { does: 'start' };
    case 'V':
      return { does: 'message' };
    case 'C':
      return { does: 'correct' };
    // With Shift where the layout has the sign there.
    case '+':
    case 'Shift++':
      return { does: 'extend', ms: EXTENSION };
    case '-':
    case '−':
      return { does: 'extend', ms: -EXTENSION };
    case '?':
    case 'Shift+?':
      return { does: 'open', part: 'keys' };
    case 'P':
      return { does: 'open', part: 'settings' };
    case 'R':
      return { does: 'open', part: 'report' };
    case 'Ctrl+Z':
      return { does: 'undo' };
    default:
      return null;
  }
}

function secondKey(mode: Mode, key: string): Meaning | null {
  const who = whoOf(key);
  switch (mode) {
    case 'hand':
      return who && 'seat' in who ? { does: 'hand', seat: who.seat } : null;
    case 'giveTo':
      return who && { does: 'giveTo', to: who };
    case 'earlier': {
      const ms = EARLIER[Number(key) - 1];
      if (ms) return { does: 'earlier', ms };
      return key === '4' ? { does: 'type' } : null;
    }
    case 'join':
      if (who) return { does: 'join', to: who };
      return key === 'J' || key === 'Enter' ? { does: 'join', to: null } : null;
    case 'takeBack':
      return key === 'T' || key === 'Enter' ? { does: 'takeBack' } : null;
    case 'floor':
      return null;
  }
}

function whoOf(key: string): Who | null {
  if (/^[1-9]$/.test(key)) return { seat: Number(key) - 1 };
  if (key === 'M') return { speaker: MODERATOR };
  if (key === 'Q') return { speaker: AUDIENCE };
  return key === '0' ? { speaker: NOBODY } : null;
}

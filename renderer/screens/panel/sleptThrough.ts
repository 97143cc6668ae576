import type { Slept } from '../../../shared/contract';
import { NOBODY } from '../../../shared/model/mark';
import type { Duration } from '../../../shared/model/units';
import type { Turn } from '../../../shared/panel/ledger';

/** Less than this is not worth asking about, ms. */
const SHORTEST: Duration = 10_000;

/** The part of somebody's turn in which the desk's machine slept. */
export interface SleptThrough extends Slept {
  mark: string;
  speaker: string;
}

/** Whose turn went on while the machine slept, and how long of it; null when nobody's did. */
export function sleptThrough(turns: readonly Turn[], slept: Slept | null): SleptThrough | null {
  if (!slept) return null;
  for (const { mark, speaker, from, to } of turns) {
    if (speaker === NOBODY) continue;
    const part = { from: Math.max(from, slept.from), to: Math.min(to, slept.to) };
    if (part.to - part.from >= SHORTEST) return { mark, speaker, ...part };
  }
  return null;
}

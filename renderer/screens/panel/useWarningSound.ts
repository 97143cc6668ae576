import { useEffect, useRef } from 'react';
import type { Instant } from '../../../shared/model/units';
import type { CurrentTurn } from '../../../shared/panel/current';
import { dueBetween } from '../../../shared/panel/warnings';
import type { Look, Warnings } from '../../../shared/panel/warnings';
import { playTones } from '../../sound/tones';
import { WARNING_TONES } from './warningSound';

/**
 * Sounds each warning of the running turn once, when time has led to it: not when the screen is drawn
 * anew or comes back to the desk, and not because something was put right.
 */
export function useWarningSound(
  on: boolean,
  current: CurrentTurn | null,
  warnings: Warnings,
  now: Instant,
): void {
  const before = useRef<Look | null>(null);
  useEffect(() => {
    const look: Look | null = current && {
      mark: current.mark,
      leftMs: current.limitMs - current.turnMs,
      limitMs: current.limitMs,
      warnings,
      at: now,
    };
    const due = look && dueBetween(before.current, look);
    before.current = look;
    if (on && due) void playTones(WARNING_TONES[due]);
  });
}

import { createClock } from '../../../electron/desk/clock';
import { DeskClock } from '../../../renderer/desk/deskClock';
import type { Row } from '../row';

const SECOND = 1_000;
const HOURS = 8 * 3_600;
const STEP = 30 * SECOND;
/** How fast the clocks of two machines may drift apart: 100 millionths. */
const DRIFT = 1e-4;
const DELAYS = [3, 9, 4, 140, 6, 2, 55, 8, 380, 5] as const;

/** Eight hours of a desk whose wall clock is set by 30 s to and fro every ten minutes. */
function underSteps(): { moved: number; byWall: number } {
  let passed = 0;
  let set = 0;
  const clock = createClock({
    steady: () => passed,
    up: () => Math.floor(passed / 10) * 10,
    wall: () => passed + set,
  });
  let moved = 0;
  let byWall = 0;
  for (let second = 0; second < HOURS; second++) {
    passed += SECOND;
    if (second % 600 === 0) set = set === 0 ? STEP : set === STEP ? -STEP : 0;
    clock.look();
    moved = Math.max(moved, Math.abs(clock.now() - passed));
    byWall = Math.max(byWall, Math.abs(set));
  }
  return { moved, byWall };
}

/** Eight hours of a screen whose machine's clock drifts from the desk's, and whose frames come late. */
function ofScreen(): { apart: number; anchoredOnce: number } {
  let elapsed = 0;
  const desk = () => elapsed * (1 - DRIFT);
  const screen = new DeskClock(() => elapsed, 0);
  const once = new DeskClock(() => elapsed, 0);
  once.correct(0);
  let apart = 0;
  let anchoredOnce = 0;
  for (let second = 0; second < HOURS; second++) {
    const told = desk();
    const delay = DELAYS[second % DELAYS.length] ?? 0;
    elapsed += delay;
    screen.correct(told);
    elapsed += SECOND - delay;
    apart = Math.max(apart, Math.abs(screen.now() - desk()));
    anchoredOnce = Math.max(anchoredOnce, Math.abs(once.now() - desk()));
  }
  return { apart, anchoredOnce };
}

function row(
  name: string,
  value: number,
  reference: NonNullable<Row['reference']>,
  says = '',
): Row {
  const reach = `< 50 ms${says}`;
  return {
    name,
    unit: 'ms',
    value,
    reference,
    ratio: value / reference.value,
    reach,
    holds: value < 50,
  };
}

/** How far timers are off in a simulated day; the clocks are moved by hand, so nothing here is measured. */
export function timerRows(): Row[] {
  const { moved, byWall } = underSteps();
  const { apart, anchoredOnce } = ofScreen();
  return [
    row(
      'timer-wall: wall clock set by ±30 s every 10 min, 8 simulated hours',
      moved,
      { name: 'a timer by the wall clock', value: byWall },
      ' (Ontime jumps 30 s, measured apart)',
    ),
    row(
      'timer-screen: a screen beside its desk, late frames, 100 ppm drift, 8 simulated hours',
      apart,
      {
        name: 'a screen told the time once',
        value: anchoredOnce,
      },
    ),
  ];
}

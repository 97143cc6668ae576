import { setImmediate as otherWork } from 'node:timers/promises';
import type { Steps } from '../../shared/intake/steps';

/** How long one stretch may keep a desk from its other work, ms. */
const STRETCH = 12;

/**
 * Carries steps out in short stretches, other work between them.
 * @throws what `ended` throws, asked before each stretch.
 */
export async function inStretches<T>(steps: Steps<T>, ended = () => {}): Promise<T> {
  for (;;) {
    ended();
    const until = performance.now() + STRETCH;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await otherWork();
  }
}

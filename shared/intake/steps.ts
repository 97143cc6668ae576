/** Long work that stops now and then, so that whoever carries it out can do something else between. */
export type Steps<T> = Generator<void, T>;

/** Carries the work out in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

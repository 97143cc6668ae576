/** Lets answers come in the order of their questions, though a later one may be ready first. */
export class InOrder {
  #before: Promise<unknown> = Promise.resolve();

  /** The answer, once every answer asked for before it has come; one that fails holds nobody up. */
  next<T>(answer: Promise<T>): Promise<T> {
    const before = this.#before;
    const mine = answer.finally(() => before);
    this.#before = mine.catch(() => undefined);
    return mine;
  }
}

import { isCode, readCode } from '../../../shared/model/code';

/** A scanner sends its characters closer together than a person types; ms, with room for a busy machine. */
const GAP_MS = 100;
const SHORTEST = 6;

/** Characters that come in the rhythm of a barcode scanner, which is a keyboard to the machine. */
export class ScanBurst {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;

  /** Takes one character; true when it begins a burst anew. `at` in ms, monotonic. */
  take(character: string, at: number): boolean {
    const fresh = at - this.#last > GAP_MS;
    this.#text = fresh ? character : this.#text + character;
    this.#last = at;
    return fresh;
  }

  /** The whole code that Enter closes, or undefined when what came before was something else. */
  close(at: number, isKnown: (code: string) => boolean): string | undefined {
    const text = at - this.#last > GAP_MS ? '' : this.#text;
    this.#text = '';
    const code = readCode(text);
    if (code.length < SHORTEST) return undefined;
    return isCode(code) || isKnown(code) ? code : undefined;
  }
}

/** Whether a text that nobody answers to was meant as a code: then the desk says what is wrong with it. */
export function meantAsCode(text: string): boolean {
  const code = readCode(text);
  return code.length >= SHORTEST && /^(?=.*\d)[0-9A-Z]+$/.test(code);
}

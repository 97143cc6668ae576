import { isCode, readCode } from '../../../shared/model/code';

/** A scanner sends its characters closer together than any person types; ms. */
const GAP_MS = 50;
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

  /** The code that Enter closes, or undefined when what came before was typed by a person. */
  close(at: number, isKnown: (code: string) => boolean): string | undefined {
    const text = at - this.#last > GAP_MS ? '' : this.#text;
    this.#text = '';
    const code = readCode(text);
    if (code.length < SHORTEST) return undefined;
    const looksScanned = isCode(code) || isKnown(code) || /^(?=.*\d)[0-9A-Z]{8,}$/.test(code);
    return looksScanned ? code : undefined;
  }
}

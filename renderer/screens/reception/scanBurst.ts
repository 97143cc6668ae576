import { CODE_LENGTH, isCode, readCode } from '../../../shared/model/code';

/** A scanner sends its characters closer together than a person types; ms, with room for a busy machine. */
const GAP_MS = 100;
const SHORTEST = 6;

/** A code, and at which character of the burst it began. */
export interface Scanned {
  code: string;
  from: number;
}

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

  /** The code that Enter closes, or undefined when what came before was something else. */
  close(at: number, isKnown: (code: string) => boolean): Scanned | undefined {
    const text = at - this.#last > GAP_MS ? '' : this.#text;
    this.#text = '';
    const code = readCode(text);
    if (code.length < SHORTEST) return undefined;
    if (isCode(code) || isKnown(code)) return { code, from: 0 };
    return scannedAtEnd(text);
  }
}

/** A scan may come upon the last letters that a fast typist was typing. */
function scannedAtEnd(text: string): Scanned | undefined {
  const code = readCode(text.slice(-CODE_LENGTH));
  if (!isCode(code)) return undefined;
  const prefix = /\\\d{6}$/.exec(text.slice(0, -CODE_LENGTH))?.[0] ?? '';
  return { code, from: text.length - CODE_LENGTH - prefix.length };
}

/** Whether a text that nobody answers to was meant as a code: then the desk says what is wrong with it. */
export function meantAsCode(text: string): boolean {
  const code = readCode(text);
  return code.length >= SHORTEST && /^(?=.*\d)[0-9A-Z]+$/.test(code);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCode } from '../../shared/model/code';
import { IDLE_MS, ScanEar } from './scanEar';
import { Wedge } from './wedge';

/** A field as a browser has it: a text and a caret. */
class Field {
  text = '';
  caret = 0;

  type(character: string): void {
    this.text = this.text.slice(0, this.caret) + character + this.text.slice(this.caret);
    this.caret += character.length;
  }

  mark() {
    const { text, caret } = this;
    return { of: this, restore: () => Object.assign(this, { text, caret }) };
  }
}

/** Something that happens at a keyboard, `pause` ms after what came before. */
type Piece =
  | { by: 'person'; text: string; gaps: readonly number[]; end: '' | 'Enter'; pause: number }
  | {
      by: 'scanner';
      code: string;
      mark: string;
      gap: number;
      end: '' | 'Enter' | 'Tab';
      pause: number;
    };

const code = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => makeCode('K7', bytes));

const person = fc
  .record({
    text: fc.string({ unit: fc.constantFrom(...'aäÖkK79 -@\\]'), minLength: 1, maxLength: 20 }),
    gaps: fc.array(fc.integer({ min: 55, max: 400 }), { minLength: 20, maxLength: 20 }),
    end: fc.constantFrom('' as const, 'Enter' as const),
    pause: fc.integer({ min: 210, max: 600 }),
  })
  .map((one): Piece => ({ by: 'person', ...one }));

const scanner = fc
  .record({
    code,
    mark: fc.constantFrom('', '\\000001', ']Q1'),
    gap: fc.integer({ min: 1, max: 30 }),
    end: fc.constantFrom('' as const, 'Enter' as const, 'Tab' as const),
    pause: fc.integer({ min: 60, max: 600 }),
  })
  .map((one): Piece => ({ by: 'scanner', ...one }));

/** Plays the pieces into a field behind a wedge, with the idle timer as a browser would run it. */
function play(pieces: readonly Piece[], withScanner: boolean) {
  const field = new Field();
  const scans: string[] = [];
  let enters = 0;
  const wedge = new Wedge(new ScanEar(() => false), (scan) => scans.push(scan.code));
  let at = 0;
  const pass = (ms: number) => {
    if (ms > IDLE_MS) wedge.idle();
    at += ms;
  };
  const press = (character: string) => {
    wedge.character({ typed: character, us: character, at });
    wedge.mark(field.mark());
    field.type(character);
  };
  for (const piece of pieces) {
    pass(piece.pause);
    if (piece.by === 'scanner') {
      if (!withScanner) continue;
      for (const character of piece.mark + piece.code) {
        press(character);
        pass(piece.gap);
      }
      if (piece.end && !wedge.end(at)) enters += 1;
    } else {
      for (const [index, character] of [...piece.text].entries()) {
        press(character);
        pass(piece.gaps[index] ?? 100);
      }
      if (piece.end && !wedge.end(at)) enters += 1;
    }
  }
  pass(IDLE_MS + 1);
  return { text: field.text, caret: field.caret, enters, scans };
}

describe('a person and a scanner at one keyboard', () => {
  it('leave the same text, caret and Enters as the person alone, and every scan once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(person, scanner), { maxLength: 8 }), (pieces) => {
        const both = play(pieces, true);
        const alone = play(pieces, false);
        expect(both.scans).toEqual(
          pieces.flatMap((piece) => (piece.by === 'scanner' ? [piece.code] : [])),
        );
        expect(alone.scans).toEqual([]);
        expect({ ...both, scans: [] }).toEqual(alone);
      }),
      { numRuns: 400 },
    );
  });
});

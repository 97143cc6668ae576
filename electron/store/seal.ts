/** A text that goes out in pieces and is sealed as one. */
export interface Sealing {
  /** What is to be written now; it may be shorter or longer than the piece. */
  piece(text: string): string;
  /** What is written last. */
  end(): string;
}

/**
 * Turns what the store knows into what may lie on a disk that others can read, and back. Sealed text holds
 * only characters of Base64, so it stands in JSON as it is. `place` names what the text is ('journal 12',
 * 'db 40'): text sealed for one place cannot be opened at another.
 */
export interface Seal {
  seal(text: string, place: string): string;
  /** Throws StoreError 'tampered' when it is not, byte for byte, what was sealed for this place. */
  open(sealed: string, place: string): string;
  /** For a text too long to be held at once: all that it gives, joined, is what `open` takes. */
  sealing(place: string): Sealing;
}

import type { Piece } from '../../shared/search/highlight';

interface Props {
  text: string;
  /** What the query hits, see `highlighter`. */
  mark(text: string): Piece[];
}

/** A text with what the query found in it marked. */
export function Highlighted({ text, mark }: Props) {
  let at = 0;
  return mark(text).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <mark key={key}>{piece.text}</mark> : piece.text;
  });
}

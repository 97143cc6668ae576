import { highlight } from '../../shared/search/highlight';

/** A text with what the query found in it marked. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  if (query.trim() === '') return text;
  let at = 0;
  return highlight(text, query).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}

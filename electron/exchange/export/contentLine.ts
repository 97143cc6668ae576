/** Longest line in octets, without its end (RFC 5545 3.1, RFC 6350 3.2). */
const OCTETS = 75;

/** A text value of iCalendar or vCard: backslash, comma, semicolon and line ends escaped, no control characters. */
export function textValue(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[,;]/g, (char) => `\\${char}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A content line folded so that no piece is longer than 75 octets and no character is cut in two. */
export function foldedLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += char;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

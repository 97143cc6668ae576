import type { IncomingMessage } from 'node:http';
import { failure } from '../desk/failure';

/**
 * The JSON that a request carries, of at most `most` bytes however it is sent. Rejects with a DeskError
 * `link.tooLarge`, a SyntaxError where it is no JSON, or what ended the connection. Read from Node's own
 * stream: a web stream around it costs more than everything that is done with a command.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw failure('link.tooLarge');
  const pieces = await piecesOf(request, most);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

function piecesOf(request: IncomingMessage, most: number): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.byteLength;
      if (size <= most) pieces.push(piece);
      else reject(failure('link.tooLarge'));
    });
    request.once('end', () => resolve(pieces));
    request.once('error', reject);
  });
}

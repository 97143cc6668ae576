import { failure } from '../desk/failure';

/**
 * The JSON that a request carries, of at most `most` bytes however it is sent. Throws a DeskError
 * `link.tooLarge`, or a SyntaxError where it is no JSON.
 */
export async function readBody(request: Request, most: number): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw failure('link.tooLarge');
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw failure('link.tooLarge');
    }
    pieces.push(value);
  }
  return JSON.parse(Buffer.concat(pieces, size).toString('utf8'));
}

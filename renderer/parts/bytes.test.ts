import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './bytes';

describe('bytes as base64', () => {
  it('come back as they were, past the size of one call too', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => (at * 7) % 256);
    const back = await fromBase64(toBase64(bytes), 'application/pdf').arrayBuffer();
    expect(new Uint8Array(back)).toEqual(bytes);
  });

  it('are empty when there are none', async () => {
    expect(toBase64(new Uint8Array())).toBe('');
    expect((await fromBase64('', 'text/plain').arrayBuffer()).byteLength).toBe(0);
  });
});

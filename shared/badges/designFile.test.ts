import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN, withMoved } from './design';
import { readDesignFile, writeDesignFile } from './designFile';
import { logoUrl } from './logo';

const svg = (inside: string) =>
  logoUrl({
    kind: 'svg',
    bytes: new TextEncoder().encode(`<svg viewBox="0 0 2 1">${inside}</svg>`),
  });
const whole = {
  layout: 'a4-a6-duplex',
  size: null,
  design: withMoved(DEFAULT_DESIGN, 'qr', 0),
  logo: svg('<path d="M0 0h2v1z"/>'),
};

describe('a design as a file', () => {
  it('comes back as it was written', () => {
    expect(readDesignFile(writeDesignFile(whole)).file).toMatchObject(whole);
  });

  it('is told from a file of another kind, of a later Nuija, and one whose logo is none', () => {
    expect(readDesignFile('{').problem).toBe('not-a-design');
    expect(readDesignFile('{"format":"nuija","version":1}').problem).toBe('not-a-design');
    expect(readDesignFile('{"format":"nuija-badge-design","version":2}').problem).toBe('newer');
    const hostile = writeDesignFile({ ...whole, logo: svg('<image href="file:///etc/passwd"/>') });
    expect(readDesignFile(hostile).problem).toBe('bad-logo');
    const half = writeDesignFile(whole).replace('"bandForAll": false,', '');
    expect(readDesignFile(half).problem).toBe('not-a-design');
  });
});

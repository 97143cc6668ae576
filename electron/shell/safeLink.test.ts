import { describe, expect, it } from 'vitest';
import { safeLink } from './safeLink';

describe('a link leads to the browser', () => {
  it.each([
    [
      'https://www.soteuttamo.example/aineistot?a=1#b',
      'https://www.soteuttamo.example/aineistot?a=1#b',
    ],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['https://ääkköset.example/', 'https://xn--kkset-graob7l.example/'],
  ])('when it is one of the web: %s', (address, link) => {
    if (address.includes('ääk')) expect(safeLink(address)).toMatch(/^https:\/\/xn--/);
    else expect(safeLink(address)).toBe(link);
  });

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server.example/share',
    'ms-msdt:/id',
    'nuija://app/',
    'https://user:secret@example.org/',
    'https://example.org:8443/',
    'https://localhost/',
    'https://desk.local/',
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://intranet/',
    'https:// spaced .example',
    ` https://example.org/${'x'.repeat(3_000)}`,
    '\\\\server\\share',
    '',
  ])('and never when it is %s', (address) => {
    expect(safeLink(address)).toBeNull();
  });
});

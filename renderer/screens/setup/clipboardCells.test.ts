import { describe, expect, it } from 'vitest';
import { clipboardCells } from './clipboardCells';

/** Nothing here may parse HTML: outside a browser that would throw. */
const clipboard = (contents: Record<string, string>) => ({
  getData: (type: string) => contents[type] ?? '',
});

describe('cells on a clipboard', () => {
  it('are its text where there is no table', () => {
    const text = 'Aino\tAho\n"kaksi\nriviä"\tElo';
    expect(clipboardCells(clipboard({ 'text/plain': text }))).toBe(text);
    const html = '<p>Aino <b>Aho</b></p>';
    expect(clipboardCells(clipboard({ 'text/plain': text, 'text/html': html }))).toBe(text);
  });

  it('are the text that Excel wrote, although it gives a table too', () => {
    const html = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>x</table>';
    const copied = clipboard({ 'text/plain': 'a\tb', 'text/html': html });
    expect(clipboardCells(copied)).toBe('a\tb');
  });

  it('are nothing where a picture was copied', () => {
    expect(clipboardCells(clipboard({}))).toBe('');
  });
});

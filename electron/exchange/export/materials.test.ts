import { describe, expect, it } from 'vitest';
import { withLinks } from './html';
import { hostileDay, made, textOf } from './made.fixture';

const desk = hostileDay();

describe('the materials page', () => {
  it.each([
    ['fi', 'Ohjelma', 'Materiaalit ja linkit', 'Yhteyshenkilöt', '9.00–15.30'],
    ['sv', 'Program', 'Material och länkar', 'Kontaktpersoner', '9.00–15.30'],
    ['en', 'Programme', 'Materials and links', 'Contact persons', '9:00–15:30'],
  ] as const)('says in %s what there is', async (language, ...headings) => {
    const html = textOf(await made(desk, 'materials', { language }));
    expect(html).toContain(`<html lang="${language}">`);
    for (const heading of headings) expect(html).toContain(heading);
    expect(html).not.toMatch(/\{\{|materials\.|undefined|null/);
  });

  it('has the programme, links that lead somewhere, and contact persons who can be reached', async () => {
    const html = textOf(await made(desk, 'materials'));
    expect(html).toContain('<td>9.00–9.30</td><th scope="row">=Avaus</th>');
    expect(html).toContain('<a href="https://sepite.example/tiedote?a=1&amp;b=2"');
    expect(html).toContain('href="mailto:maija@sepite.example"');
    expect(html).toContain('href="tel:0401234567"');
    expect(html).toContain('Henkilökohtainen budjetointi');
  });

  it('has no script, nothing from elsewhere, and a policy that would allow neither', async () => {
    const html = textOf(await made(desk, 'materials'));
    expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|\bon\w+=|@import|url\(/i);
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).toContain('Soteuttamo &lt;b&gt;Kainuu&lt;/b&gt;');
  });

  it('names no participant', async () => {
    const html = textOf(await made(desk, 'materials'));
    expect(html).not.toContain('Malli');
    expect(html).not.toMatch(/p\d@sepite/);
  });
});

it('makes addresses in a text touchable, and nothing else of it', () => {
  expect(withLinks('<b> a@b.example, www')).toBe(
    '&lt;b&gt; <a href="mailto:a@b.example" rel="noopener noreferrer">a@b.example</a>, www',
  );
  expect(withLinks('huone 204, klo 9')).toBe('huone 204, klo 9');
});

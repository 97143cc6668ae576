import { describe, expect, it } from 'vitest';
import { svgShape, tidySvg } from './svg';

const wrapped = (inside: string, attributes = 'viewBox="0 0 20 10"') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const tidied = (inside: string) => tidySvg(wrapped(inside)).svg ?? '';
const RECT = '<rect width="5" height="5"/>';

describe('an SVG logo', () => {
  it('keeps what draws: shapes, groups, gradients, classes and words', () => {
    const inside =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>' +
      '<style>.a{fill:url(#g);stroke:red}</style><g transform="scale(2)"><path class="a" d="M0 0h4v4z"/></g>' +
      '<text x="1" y="2">Sote &amp; me</text>';
    expect(tidied(inside)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inside}</svg>`,
    );
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in a namespace', '<svg:script xlink:href="x.js"/>'],
    ['a script in pieces', '<script><![CDATA[alert(1)]]></script>'],
    ['a link around it', '<a href="https://evil.example"><rect width="9" height="9"/></a>'],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a processing instruction', '<?xml-stylesheet href="https://evil.example/a.css"?>'],
    ['a comment', '<!-- <script>alert(1)</script> -->'],
    ['metadata with the name of its maker', '<metadata><dc:creator>Aino</dc:creator></metadata>'],
  ])('loses %s', (_, hostile) => {
    expect(tidied(hostile + RECT)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${RECT}</svg>`,
    );
  });

  it.each([
    ['a handler', '<rect onload="alert(1)" width="5" height="5"/>'],
    ['a handler in capitals', '<rect ONCLICK="alert(1)" width="5" height="5"/>'],
    [
      'a fill from elsewhere',
      '<rect fill="url(https://evil.example/a.svg#b)" width="5" height="5"/>',
    ],
    ['a fill from a file', `<rect fill='url("a.svg#b")' width="5" height="5"/>`],
    ['a style from elsewhere', '<rect style="fill:url(//evil.example/x)" width="5" height="5"/>'],
    ['an escaped style', '<rect style="fill:u\\72l(x)" width="5" height="5"/>'],
    ['a script as an address', '<rect href="java&#115;cript:alert(1)" width="5" height="5"/>'],
  ])('loses %s', (_, hostile) => {
    expect(tidied(hostile)).toContain(`>${RECT}<`);
  });

  it('loses rules that fetch, and keeps those beside them', () => {
    const style =
      '<style>@import url(https://evil.example/a.css);/* x */.a{fill:red;background:url(http://evil.example/b)}.b{fill:url(#g)}</style>';
    expect(tidied(style + RECT)).toContain('<style>.a{fill:red;.b{fill:url(#g)}</style>');
  });

  it('follows references inside it and no others', () => {
    const inside =
      '<g id="x"><rect width="1" height="1"/></g><use xlink:href="#x"/><use href="a.svg#x"/>';
    expect(tidied(inside)).toContain('<use href="#x"/><use/>');
  });

  it('refuses one that defines entities, where a few letters may unfold into a billion', () => {
    const text = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${wrapped('<text>&b;</text>')}`;
    expect(tidySvg(text).problem).toBe('svg-entities');
    expect(
      tidySvg(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${wrapped(RECT)}`).svg,
    ).toContain('<rect');
  });

  it('refuses references that unfold without end or into too much', () => {
    const use = (id: string) => `<use href="#${id}"/>`;
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<g id="l${level + 1}">${use(`l${level}`).repeat(10)}</g>`,
    );
    expect(tidySvg(wrapped(`<g id="l0">${RECT}</g>${levels.join('')}`)).problem).toBe(
      'svg-complex',
    );
    expect(tidySvg(wrapped(`<g id="a">${use('b')}</g><g id="b">${use('a')}</g>`)).problem).toBe(
      'svg-complex',
    );
    const patterns = Array.from(
      { length: 9 },
      (_, n) => `<pattern id="p${n + 1}">${`<rect fill="url(#p${n})"/>`.repeat(10)}</pattern>`,
    );
    expect(tidySvg(wrapped(`${patterns.join('')}<rect fill="url(#p9)"/>`)).problem).toBe(
      'svg-complex',
    );
    expect(tidySvg(wrapped(RECT.repeat(5_000))).problem).toBe('svg-complex');
    expect(tidySvg(wrapped(`${'<g>'.repeat(100)}${'</g>'.repeat(100)}`)).problem).toBe(
      'svg-complex',
    );
  });

  it('refuses one with a picture in it, which would be missing from the badge', () => {
    expect(tidySvg(wrapped('<image href="data:image/png;base64,AAAA"/>')).problem).toBe(
      'svg-picture',
    );
    expect(tidySvg(wrapped('<foreignObject><p>a</p></foreignObject>')).problem).toBe('svg-picture');
  });

  it.each([
    '<svg',
    '<svg viewBox="0 0 1 1"><g></svg>',
    '<html></html>',
    '<svg/><svg/>',
    '<svg a=b/>',
  ])('refuses %s as damaged', (text) => {
    expect(tidySvg(text).problem).toBe('svg-damaged');
  });

  it('needs to know its shape', () => {
    expect(tidySvg(wrapped(RECT, '')).problem).toBe('svg-size');
    expect(tidySvg(wrapped(RECT, 'width="100%" height="100%"')).problem).toBe('svg-size');
    expect(svgShape('<svg viewBox="0 0 30 10">')).toBe(3);
    expect(svgShape('<svg width="40px" height="20px">')).toBe(2);
  });
});

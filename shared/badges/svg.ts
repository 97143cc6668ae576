/** Why an SVG cannot be a logo; keys under `logo.` in the locales. */
export type SvgProblem =
  | 'svg-damaged'
  | 'svg-entities'
  | 'svg-picture'
  | 'svg-complex'
  | 'svg-size';

export type TidySvg =
  | { svg: string; problem?: undefined }
  | { svg?: undefined; problem: SvgProblem };

/** What draws, and what belongs to it. Anything else goes, with all that is in it. */
const KEPT = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop ' +
    'clipPath mask pattern symbol use style text tspan textPath'
  ).split(' '),
);
/** Pictures in the picture: without them it would not be the logo. */
const PICTURES = new Set(['image', 'foreignObject']);

const MOST_ELEMENTS = 4_000;
/** Elements that are drawn when every reference is followed: ten that use ten that use ten … end here. */
const MOST_DRAWN = 20_000;
const DEEPEST = 60;

interface Element {
  name: string;
  attributes: [string, string][];
  children: (Element | string)[];
}

/**
 * An SVG with only what draws in it: no scripts and no handlers, no links, no styles or pictures from
 * elsewhere, nothing that unfolds into more than a machine can draw. What is left is written anew from
 * what was understood, so that nobody else can understand it otherwise.
 */
export function tidySvg(text: string): TidySvg {
  const read = parse(text);
  if (typeof read === 'string') return { problem: read };
  const drawn = drawnElements(read);
  if (drawn > MOST_DRAWN) return { problem: 'svg-complex' };
  const svg = written(read);
  if (svgShape(svg) === undefined) return { problem: 'svg-size' };
  return { svg };
}

/** Width divided by height, from the view box or else from both measures; undefined where neither says. */
export function svgShape(svg: string): number | undefined {
  const opening = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(opening)?.[1] ?? '';
  const box = value('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width = 0, height = 0] =
    box.length === 4 ? box.slice(2) : [length(value('width')), length(value('height'))];
  const ratio = width / height;
  return Number.isFinite(ratio) && ratio > 0.01 && ratio < 100 ? ratio : undefined;
}

const length = (text: string): number => (/%\s*$/.test(text) ? NaN : Number.parseFloat(text));

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE([^>[]*)(\[)?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/giy;
const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function parse(text: string): Element | SvgProblem {
  const root: Element = { name: '', attributes: [], children: [] };
  const open: Element[] = [root];
  let dropping = 0;
  let elements = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) return 'svg-damaged';
    at = TOKEN.lastIndex;
    const [, data, , subset, closing, opening, attributes = '', empty, words] = token;
    const parent = open.at(-1);
    if (!parent) return 'svg-damaged';
    if (subset) return 'svg-entities';
    if (closing !== undefined) {
      if (dropping > 0) dropping -= 1;
      else if (open.length < 2 || parent.name !== local(closing)) return 'svg-damaged';
      else open.pop();
    } else if (opening !== undefined) {
      const name = local(opening);
      if (dropping > 0 || (open.length > 1 && !KEPT.has(name))) {
        if (dropping === 0 && PICTURES.has(name)) return 'svg-picture';
        if (!empty) dropping += 1;
        continue;
      }
      elements += 1;
      if (elements > MOST_ELEMENTS || open.length > DEEPEST) return 'svg-complex';
      const element = { name, attributes: keptAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    } else if (dropping === 0 && open.length > 1) {
      const content = data ?? plain(words ?? '');
      if (content !== '') parent.children.push(parent.name === 'style' ? styles(content) : content);
    }
  }
  const [svg, more] = root.children;
  if (open.length !== 1 || dropping > 0 || more !== undefined) return 'svg-damaged';
  if (typeof svg !== 'object' || svg.name !== 'svg') return 'svg-damaged';
  return svg;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function keptAttributes(text: string): [string, string][] {
  const kept = new Map<string, string>();
  for (const [, full = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = plain(double ?? single ?? '');
    const name = full.toLowerCase() === 'xml:space' ? 'xml:space' : local(full);
    if (/^(?:on|xmlns)/i.test(name) || full.toLowerCase().startsWith('xmlns')) continue;
    if (!/^[a-z][a-z0-9:-]*$/i.test(name)) continue;
    if (/^(?:href|src)$/i.test(name)) {
      if (value.startsWith('#')) kept.set('href', value);
      continue;
    }
    const safe = name === 'style' ? styles(value) : value;
    if (safe !== '' && isHere(safe)) kept.set(name, safe);
  }
  return [...kept];
}

/** Whether a value points at nothing outside this picture. No pattern here takes longer than its text. */
function isHere(value: string): boolean {
  if (value.includes('://') || value.includes('\\')) return false;
  if (/(?:javascript|data|file|vbscript)\s*:|@import|expression\s*\(/i.test(value)) return false;
  return [...value.matchAll(/url\s*\(\s*["']?\s*([^)]{0,2})/gi)].every(([, to = '']) =>
    to.startsWith('#'),
  );
}

/** Declarations and rules, without those that fetch something. */
function styles(text: string): string {
  return withoutComments(text)
    .replace(/@[\w-]+[^;{@]*;/g, '')
    .split(/(?<=[;{}])/)
    .filter((part) => isHere(part))
    .join('')
    .replace(/</g, '');
}

function withoutComments(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length;) {
    const from = text.indexOf('/*', at);
    if (from < 0) return bare + text.slice(at);
    bare += text.slice(at, from);
    const to = text.indexOf('*/', from + 2);
    if (to < 0) return bare;
    at = to + 2;
  }
  return bare;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with the entities of XML resolved; any other is left out. */
function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));?/gi, (_, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? '';
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function written({ name, attributes, children }: Element, outermost = true): string {
  const all: [string, string][] = outermost
    ? [['xmlns', 'http://www.w3.org/2000/svg'], ...attributes]
    : attributes;
  const opening = `${name}${all.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  if (children.length === 0) return `<${opening}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escaped(child) : written(child, false),
  );
  return `<${opening}>${inside.join('')}</${name}>`;
}

const REFERENCE = /url\s*\(\s*["']?\s*#([^)"'\s]+)/gi;

/** How many elements are drawn when every reference is followed; Infinity where they go in a circle. */
function drawnElements(svg: Element): number {
  const byId = new Map<string, Element>();
  const rules: string[] = [];
  const look = (element: Element) => {
    const id = element.attributes.find(([name]) => name === 'id')?.[1];
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) {
      if (typeof child === 'object') look(child);
      else if (element.name === 'style') rules.push(child);
    }
  };
  look(svg);
  const known = new Map<Element, number>();
  const under = new Set<Element>();
  const cost = (element: Element): number => {
    if (under.has(element)) return Infinity;
    const before = known.get(element);
    if (before !== undefined) return before;
    under.add(element);
    let sum = 1;
    for (const child of element.children) if (typeof child === 'object') sum += cost(child);
    for (const id of references(element)) {
      const target = byId.get(id);
      if (target) sum += cost(target);
    }
    under.delete(element);
    known.set(element, sum);
    return sum;
  };
  const styled = [...rules.join(' ').matchAll(REFERENCE)].map(([, id = '']) => byId.get(id));
  const perStyled = styled.reduce((sum, target) => sum + (target ? cost(target) : 0), 0);
  return cost(svg) * (1 + perStyled);
}

function* references({ attributes }: Element): Generator<string> {
  for (const [name, value] of attributes) {
    if (name === 'href') yield value.slice(1);
    else for (const [, id = ''] of value.matchAll(REFERENCE)) yield id;
  }
}

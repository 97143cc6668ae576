import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN, withElement, withMoved } from '../../shared/badges/design';
import type { BadgeDesign } from '../../shared/badges/design';
import { logoUrl } from '../../shared/badges/logo';
import type { BadgeOptions, BadgePerson } from './badge';
import { composerFor } from './composer';
import { layoutNamed } from './layout';
import { renderBadges } from './render';
import { OPTIONS, PERSON } from './testing/people';

const svg = (inside: string) =>
  logoUrl({
    kind: 'svg',
    bytes: new TextEncoder().encode(`<svg viewBox="0 0 3 1">${inside}</svg>`),
  });
const LOGO = svg('<rect width="3" height="1" fill="#d02030"/>');
const WANTS: BadgePerson = {
  ...PERSON,
  role: 'speaker',
  roleLabel: 'puhuja',
  offers: 'Tarjoan: kotihoitoa',
  needs: 'Etsin: tiloja',
};
const ALL = withElement(withElement(DEFAULT_DESIGN, 'offers', { shown: true }), 'needs', {
  shown: true,
});

function composed(person: BadgePerson, part: Partial<BadgeOptions>, layout = 'a4-a6') {
  const warnings: Awaited<ReturnType<typeof renderBadges>>['warnings'] = [];
  const composer = composerFor(layoutNamed(layout), { ...OPTIONS, ...part }, warnings);
  const items = composer.front(person);
  return { items, warnings, composer };
}

/** Where a text begins on the badge, pt from the top. */
function topOf({ items }: ReturnType<typeof composed>, text: string): number {
  const found = items.find((item) => item.kind === 'text' && item.text.includes(text));
  if (found?.kind !== 'text') throw new Error(`"${text}" is not on the badge`);
  return found.baseline;
}

describe('the design of a badge', () => {
  it('decides the order from top to bottom', () => {
    const texts = ['Soteuttamo', 'Aino', 'Häkkinen', 'toiminnan', 'Kielo', 'kotihoitoa', 'tiloja'];
    const usual = composed(WANTS, { design: ALL });
    const tops = texts.map((text) => topOf(usual, text));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const changed = composed(WANTS, {
      design: withMoved(withMoved(ALL, 'needs', 0), 'lastName', 2),
    });
    expect(topOf(changed, 'tiloja')).toBeLessThan(topOf(changed, 'Soteuttamo'));
    expect(topOf(changed, 'Häkkinen')).toBeLessThan(topOf(changed, 'Aino'));
  });

  it('puts the code into the corner that it stands next to', () => {
    const corner = (design: BadgeDesign) => {
      const { items } = composed(PERSON, { design });
      const code = items.find(({ kind }) => kind === 'qr');
      if (code?.kind !== 'qr') throw new Error('no code');
      return [code.y < 200 ? 'upper' : 'lower', code.x < 100 ? 'left' : 'right'].join(' ');
    };
    expect(corner(DEFAULT_DESIGN)).toBe('lower right');
    expect(corner(withMoved(DEFAULT_DESIGN, 'qr', 4))).toBe('lower left');
    expect(corner(withMoved(DEFAULT_DESIGN, 'qr', 2))).toBe('upper right');
    expect(corner(withMoved(DEFAULT_DESIGN, 'qr', 0))).toBe('upper left');
  });

  it('makes a part larger or smaller by steps', () => {
    const sizeOf = (size: 'small' | 'normal' | 'large') => {
      const { items } = composed(PERSON, { design: withElement(ALL, 'organisation', { size }) });
      const found = items.find((item) => item.kind === 'text' && item.text.includes('Kielo'));
      return found?.kind === 'text' ? found.size : 0;
    };
    expect(sizeOf('small')).toBeLessThan(sizeOf('normal'));
    expect(sizeOf('normal')).toBeLessThan(sizeOf('large'));
  });

  it('colours a role and sets the text on it in black or white, whichever reads better', () => {
    const inksOn = (speaker: string) => {
      const design = { ...ALL, roles: { ...ALL.roles, speaker } };
      const { items } = composed(WANTS, { design });
      const band = items.find(({ kind }) => kind === 'band');
      const word = items.find((item) => item.kind === 'text' && item.text === 'puhuja');
      return [band, word].map((item) => (item && 'ink' in item ? item.ink : undefined));
    };
    expect(inksOn('#ffd24d')).toEqual([[1, 210 / 255, 77 / 255], [0]]);
    expect(inksOn('#102030')[1]).toEqual([1]);
  });

  it('is black alone where the printer is', () => {
    const { items } = composed(
      WANTS,
      { design: ALL, logo: LOGO, accent: '#d02030' },
      'label-62x100',
    );
    const inks = items.flatMap((item) => ('ink' in item ? [item.ink] : []));
    expect(new Set(inks.map((ink) => ink.join()))).toEqual(new Set(['0', '1']));
    expect(items.find(({ kind }) => kind === 'logo')).toMatchObject({ grey: true });
  });

  it('sets what somebody offers on two lines and tells what is missing', () => {
    const person = { ...WANTS, offers: `Tarjoan: ${'koulutusta, '.repeat(40)}` };
    const { items, warnings } = composed(person, { design: ALL });
    const lines = items.filter((item) => item.kind === 'text' && item.text.includes('koulutusta'));
    expect(lines).toHaveLength(2);
    expect(warnings).toMatchObject([{ kind: 'cut-short', field: 'offers', name: 'Aino Häkkinen' }]);
  });

  it('gives a small label to the name first, and tells what had to go', () => {
    const { items, warnings } = composed(WANTS, { design: ALL, logo: LOGO }, 'dymo-11356');
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['Aino', 'Häkkinen', 'Hoivakoti Kielo Oy']));
    expect(warnings.map(({ kind, field }) => `${kind} ${field}`)).toContain('cut-short needs');
  });
});

describe('the logo', () => {
  it('is in the file once, however many badges show it', async () => {
    const paths = Array.from({ length: 400 }, (_, n) => `<path d="M${n} 0l3 ${n}z"/>`).join('');
    const options = { ...OPTIONS, logo: svg(paths) };
    const one = (await renderBadges([PERSON], options)).pdf.length;
    const many = (
      await renderBadges(
        Array.from({ length: 10 }, () => PERSON),
        options,
      )
    ).pdf.length;
    const plain = (
      await renderBadges(
        Array.from({ length: 10 }, () => PERSON),
        OPTIONS,
      )
    ).pdf.length;
    const alone = (await renderBadges([PERSON], OPTIONS)).pdf.length;
    expect(many - plain).toBeLessThan((one - alone) * 1.5);
  });

  it('that cannot be drawn is told once, and the badges are printed without it', async () => {
    const broken = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==';
    const { badges, warnings } = await renderBadges([PERSON, PERSON], { ...OPTIONS, logo: broken });
    expect(badges).toBe(2);
    expect(warnings).toMatchObject([{ kind: 'bad-logo', field: 'logo', code: '' }]);
  });

  it('whose packed rows are damaged does not end the thread that draws', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    bytes.fill(0, 43, 50);
    const { warnings } = await renderBadges([PERSON], {
      ...OPTIONS,
      logo: logoUrl({ kind: 'png', bytes }),
    });
    expect(warnings).toMatchObject([{ kind: 'bad-logo' }]);
  });
});

describe('the back', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ time: `${9 + n}.00`, text: `Ohjelmanumero ${n}` }));
  const back = (count: number): BadgeOptions['back'] => ({
    logo: false,
    sections: [
      { heading: 'Apua', rows: [{ time: '', text: 'Päivi 040 123' }] },
      { heading: 'Ohjelma', rows: rows(count) },
    ],
  });
  const textsOf = (count: number) => {
    const { composer, warnings } = composed(PERSON, { back: back(count) }, 'a4-a7-duplex');
    const texts = composer.back?.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    return { texts: texts ?? [], warnings };
  };

  it('holds programme and help, all of it where there is room', () => {
    const { texts, warnings } = textsOf(5);
    expect(texts).toEqual(
      expect.arrayContaining(['Ohjelma', '9.00', 'Ohjelmanumero 4', 'Apua', 'Päivi 040 123']),
    );
    expect(warnings).toEqual([]);
  });

  it('leaves out the end of what is longest, keeps whom to call, and tells it once', () => {
    const { texts, warnings } = textsOf(60);
    expect(texts).toContain('Päivi 040 123');
    expect(texts).not.toContain('Ohjelmanumero 59');
    expect(warnings).toMatchObject([
      { kind: 'cut-short', field: 'back', detail: expect.stringContaining('Ohjelmanumero 59') },
    ]);
  });

  it('is not there on one-sided layouts, nor where nothing is to be said', () => {
    expect(composed(PERSON, { back: back(2) }, 'a4-a7').composer.back).toBeUndefined();
    const nothing = { logo: false, sections: [] };
    expect(composed(PERSON, { back: nothing }, 'a4-a7-duplex').composer.back).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages';

type Words = { [key: string]: string | Words };

const locales = import.meta.glob<Words>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});
const screens = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  eager: true,
  import: 'default',
  query: '?raw',
});
const rules = import.meta.glob<string>(['../../shared/commands/*.ts', '!../**/*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
});
const node = import.meta.glob<string>(['../../electron/**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
});

function flat(words: Words, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** language → area → key → text */
const words = new Map<string, Map<string, Map<string, string>>>();
for (const [path, file] of Object.entries(locales)) {
  const [area = '', language = ''] = path.replace('.json', '').split('/').toReversed();
  const areas = words.get(language) ?? new Map<string, Map<string, string>>();
  words.set(language, areas.set(area, flat(file)));
}
const english = words.get('en') ?? new Map<string, Map<string, string>>();
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((one) => one[1]);

function matches(files: Record<string, string>, pattern: RegExp): string[] {
  const codes = Object.values(files).flatMap((text) => [...text.matchAll(pattern)]);
  return [...new Set(codes.map((one) => one[1] ?? ''))];
}

describe('the words of the app', () => {
  it('are there in every language, area by area and key by key', () => {
    for (const language of LANGUAGES) {
      expect([...(words.get(language)?.keys() ?? [])].toSorted(), language).toEqual(
        [...english.keys()].toSorted(),
      );
      for (const [area, keys] of english) {
        const here = [...(words.get(language)?.get(area)?.keys() ?? [])];
        expect(here.toSorted(), `${language}/${area}`).toEqual([...keys.keys()].toSorted());
      }
    }
  });

  it('leave nothing out in one language and have the same blanks in every language', () => {
    for (const [area, keys] of english) {
      for (const [key, text] of keys) {
        for (const language of LANGUAGES) {
          const told = words.get(language)?.get(area)?.get(key) ?? '';
          // Silence may be meant, but then in every language.
          expect(told.trim() === '', `${language}/${area}: ${key}`).toBe(text.trim() === '');
          expect(new Set(placeholders(told)), `${language}/${area}: ${key}`).toEqual(
            new Set(placeholders(text)),
          );
        }
      }
    }
  });

  it('hold every key that a screen asks for', () => {
    const missing: string[] = [];
    for (const [path, text] of Object.entries(screens)) {
      const areas = areasOf(text);
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        if (!isThere(key, areas, exactly)) missing.push(`${path}: ${key}`);
      }
      for (const [, start = ''] of text.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)) {
        if (!isThere(start, areas, beginning)) missing.push(`${path}: ${start}…`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('say why, for every refusal that a command can meet', () => {
    const codes = matches(rules, /\b(?:refuse|no)\(\s*'(\w+\.\w+|\w+)'/g).map((code) => code);
    expect(codes.length).toBeGreaterThan(15);
    const here = english.get('refusal') ?? new Map<string, string>();
    expect(codes.filter((code) => !here.has(code))).toEqual([]);
  });

  it('say why, for every failure of a desk', () => {
    const here = english.get('error') ?? new Map<string, string>();
    const codes = [
      ...matches(node, /\b(?:failure|refuse|DeskError)\(\s*'([\w-]+(?:\.[\w-]+)?)'/g),
      ...matches(screens, /\bDeskError\(\s*'([\w.-]+)'/g),
      ...matches(node, /new BadgeRefusal\(\s*'([\w-]+)'/g).map((code) => `badges.${code}`),
      ...storeCodes(/type StoreErrorCode =([^;]+);/).map((code) => `store.${code}`),
      ...matches(node, /new BackupError\(\s*'([\w-]+)'/g).map((code) => `backup.${code}`),
      ...storeCodes(/const SEAL_CODES =([^;]+);/).map((code) => `seal.${code}`),
    ].filter((code) => !/^E[A-Z]+$/.test(code));
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !here.has(code))).toEqual([]);
  });
});

/** The areas that a file speaks from; all of them where it is handed its `t`. */
function areasOf(text: string): string[] {
  const named = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, inside = '']) => {
    const quoted = [...inside.matchAll(/'(\w+)'/g)].map((one) => one[1] ?? '');
    return quoted.length ? quoted.slice(0, 1) : ['common'];
  });
  if (text.includes('<Translation>')) named.push('common');
  return named.length ? named : [...english.keys()];
}

function isThere(
  asked: string,
  areas: string[],
  test: (keys: Map<string, string>, key: string) => boolean,
): boolean {
  const [, area, key] = /^(\w+):(.*)$/.exec(asked) ?? [];
  const wanted = area === undefined ? areas : [area];
  return wanted.some((one) => test(english.get(one) ?? new Map(), key ?? asked));
}

function exactly(keys: Map<string, string>, key: string): boolean {
  return keys.has(key) || (keys.has(`${key}_one`) && keys.has(`${key}_other`));
}

function beginning(keys: Map<string, string>, start: string): boolean {
  return [...keys.keys()].some((key) => key.startsWith(start));
}

/** Codes of the store, from the list of them. */
function storeCodes(list: RegExp): string[] {
  const text = node['../../electron/store/storeError.ts'] ?? '';
  const listed = list.exec(text)?.[1] ?? '';
  return [...listed.matchAll(/'([\w-]+)'/g)].map((one) => one[1] ?? '');
}

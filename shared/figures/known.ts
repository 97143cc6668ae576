import { ROLES } from '../model/participant';
import { fold } from '../search/fold';

/**
 * Fewest people who have to have stated a role, a size or a place before it is told by its name: what only one or
 * two said could say who they are.
 */
export const NAMED_FROM = 3;

/** Those whose role, size or place is not told by name, all together. */
export const OTHERS = 'other';

/** A group's name as groups are told apart: case, accents and blanks make no difference. */
export function sameGroup(key: string): string {
  return fold(plainKey(key));
}

/** With single blanks, as it is shown. */
export function plainKey(key: string): string {
  return key.trim().replaceAll(/\s+/gu, ' ');
}

const ROLE_NAMES: ReadonlySet<string> = new Set([...ROLES, OTHERS]);

/** Sizes as forms give them: a number or a range of them, or one of the usual words. */
const SIZE =
  /^(?:alle|yli|under|över|over|[<>≤≥])?\s?\d[\d\s]*(?:[-–—]\s?\d[\d\s]*|\+)?\s?(?:hlö|henkilöä|henkeä|anställda|personer|people|employees)?$/i;
const SIZE_WORDS =
  /^(?:mikro|pieni|keskisuuri|suuri|liten|små|medelstor|stor|micro|small|medium|large)(?:yritys|företag)?$/i;

/** The regions of Finland: each has tens of thousands of people, so none of them says who somebody is. */
const REGIONS: ReadonlySet<string> = new Set(
  [
    ['Uusimaa', 'Nyland'],
    ['Varsinais-Suomi', 'Egentliga Finland', 'Southwest Finland'],
    ['Satakunta'],
    ['Kanta-Häme', 'Egentliga Tavastland'],
    ['Pirkanmaa', 'Birkaland'],
    ['Päijät-Häme', 'Päijänne-Tavastland'],
    ['Kymenlaakso', 'Kymmenedalen'],
    ['Etelä-Karjala', 'Södra Karelen', 'South Karelia'],
    ['Etelä-Savo', 'Södra Savolax', 'South Savo'],
    ['Pohjois-Savo', 'Norra Savolax', 'North Savo'],
    ['Pohjois-Karjala', 'Norra Karelen', 'North Karelia'],
    ['Keski-Suomi', 'Mellersta Finland', 'Central Finland'],
    ['Etelä-Pohjanmaa', 'Södra Österbotten', 'South Ostrobothnia'],
    ['Pohjanmaa', 'Österbotten', 'Ostrobothnia'],
    ['Keski-Pohjanmaa', 'Mellersta Österbotten', 'Central Ostrobothnia'],
    ['Pohjois-Pohjanmaa', 'Norra Österbotten', 'North Ostrobothnia'],
    ['Kainuu', 'Kajanaland'],
    ['Lappi', 'Lappland', 'Lapland'],
    ['Ahvenanmaa', 'Åland'],
  ]
    .flat()
    .map(sameGroup),
);

/** Whether a role, a size or a place is one that everybody knows, so that it is told by name whoever stated it. */
export function isKnown(what: 'role' | 'size' | 'region', key: string): boolean {
  if (what === 'role') return ROLE_NAMES.has(key);
  if (key === OTHERS) return true;
  if (what === 'region') return REGIONS.has(sameGroup(key));
  return SIZE.test(key.trim()) || SIZE_WORDS.test(key.trim());
}

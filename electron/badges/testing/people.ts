import fc from 'fast-check';
import { DEFAULT_DESIGN } from '../../../shared/badges/design';
import type { BadgeOptions, BadgePerson } from '../badge';

/** One ordinary participant; tests change what they are about. */
export const PERSON: BadgePerson = {
  code: 'K7QX2M9RTA',
  firstName: 'Aino',
  lastName: 'Häkkinen',
  title: 'toiminnanjohtaja',
  organisation: 'Hoivakoti Kielo Oy',
  role: 'participant',
  roleLabel: 'Osallistuja',
  sector: 'private',
  sectorLabel: 'Yksityinen',
};

export const OPTIONS: BadgeOptions = {
  layout: 'a4-90x55',
  eventName: 'Etelä-Karjalan Soteuttamo',
  eventDate: '27.3.2019',
  design: DEFAULT_DESIGN,
};

const FIRST = [
  'Aino',
  'Ánne-Máret',
  'Nguyễn Thị Ngọc Ánh',
  'Maria Magdalena Elisabet',
  'Ö',
  'Þórdís',
  'Ḩöşeyin',
  'Αλεξάνδρα',
  'Екатерина',
  'Wolfeschlegelsteinhausenbergerdorff',
  'aleksanterinkadunvarrenpuistotienkulmakaupanviereisentalonas',
];
const LAST = [
  'Häkkinen-Vuori',
  'Näkkäläjärvi',
  'af Forselles',
  'Čáhppes-Ŧŋđš',
  'Trần Ễ Ậ',
  'X',
  'von Schleswig-Holstein-Sonderburg-Glücksburg',
  'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppila',
  'Huhtanen-Pitkänen',
  "O'Neill/Österlund",
];
const TITLE = [
  '',
  'sairaanhoitaja',
  'kasvu- ja kansainvälistymiskoordinaattori',
  'yliopistonlehtori, dosentti, terveydenhuollon erikoistutkija',
];
const ORGANISATION = [
  '',
  'Q',
  'Etelä-Karjalan hyvinvointialue',
  'Lappeenrannan–Lahden teknillinen yliopisto LUT, Kauppakorkeakoulu',
  'Kaakkois-Suomen sosiaalialan osaamiskeskus Socom / Etelä-Karjalan liitto',
];
const ROLES = [
  ['participant', 'Osallistuja'],
  ['panelist', 'Panelisti'],
  ['moderator', 'Paneelin puheenjohtaja'],
  ['organiser', 'Järjestäjä'],
] as const;
const SECTORS = [
  ['', ''],
  ['private', 'Yksityinen'],
  ['public', 'Julkinen'],
  ['third', 'Kolmas sektori'],
  ['other', 'Muu'],
] as const;

const word = fc.string({
  unit: fc.constantFrom(...'abcdefgijklmnoprstuvyäöåšžčđŋáâMWÄÖŽ'),
  minLength: 1,
  maxLength: 24,
});
const madeUp = fc
  .tuple(word, fc.constantFrom(' ', '-', ''), word)
  .map(([a, joint, b]) => `${a}${joint}${b}`);
const oneOf = (names: readonly string[]) => fc.oneof(fc.constantFrom(...names), madeUp);

const anybody: fc.Arbitrary<BadgePerson> = fc
  .record({
    code: fc.string({
      unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ23456789'),
      minLength: 8,
      maxLength: 14,
    }),
    firstName: oneOf(FIRST),
    lastName: oneOf(LAST),
    title: fc.constantFrom(...TITLE),
    organisation: fc.constantFrom(...ORGANISATION),
    role: fc.constantFrom(...ROLES),
    sector: fc.constantFrom(...SECTORS),
  })
  .map(({ role: [role, roleLabel], sector: [sector, sectorLabel], ...person }) => ({
    ...person,
    role,
    roleLabel,
    sector,
    sectorLabel,
  }));

/** The same people every time: every kind of name that has ever been trouble, and made-up ones. */
export function manyPeople(count: number, seed = 20190327): BadgePerson[] {
  return fc.sample(anybody, { numRuns: count, seed });
}

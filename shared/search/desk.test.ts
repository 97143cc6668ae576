import { describe, expect, it } from 'vitest';
import { createSearchIndex } from './index';
import type { SearchRecord } from './index';

const person = (name: string, more: Partial<SearchRecord> = {}): SearchRecord => {
  const [lastName = '', firstName = ''] = name.split(', ');
  const rest = { organisation: '', email: '', title: '', code: '', present: false };
  return { id: name, firstName, lastName, ...rest, ...more };
};

/** Whom a receptionist may look for; every name is made up. */
const people = [
  person('Meikäläinen, Matti'),
  person('Virtanen-Koski, Anna Maija', { email: 'anna.maija+soteuttamo@terve-talo.example' }),
  person('Virtanen, Matti', { organisation: 'Terveyden ja hyvinvoinnin laitos (THL)' }),
  person('Åström, Åke'),
  person("O'Neill, Sean"),
  person('van der Berg, Jan'),
  person('Vandersloot, Piet'),
  person('Ng, Mei'),
  person('Ek, Bo'),
  person('Sæther, Bjørn'),
  person('Großmann, Jörg'),
  person('Łącki, Paweł'),
  person('Hämäläinen, Päivi', { title: 'palvelupäällikkö', organisation: 'Hoiva & Koti Oy/Ab' }),
  person('Näkkäläjärvi, Ŧorgŋa', { organisation: 'Sámi Siida ry' }),
  person('Đurić, Žarko', { code: 'K7QX2M9ATW' }),
  person('Lindqvist, Jan-Åke', { email: 'jan-ake.lindqvist@vard.example' }),
  person('', { id: 'Kuviteltu säätiö', organisation: 'Kuviteltu säätiö sr' }),
];
const index = createSearchIndex(people);
const first = (query: string): string | undefined => index.find(query, 10)[0]?.id;

describe('what is typed at a desk', () => {
  it.each([
    ['two beginnings', 'meik mat', 'Meikäläinen, Matti'],
    ['in the other order', 'mat meik', 'Meikäläinen, Matti'],
    ['with a comma, as in a list', 'Meikäläinen, Matti', 'Meikäläinen, Matti'],
    ['with an initial', 'm. meik', 'Meikäläinen, Matti'],
    ['half a double name', 'koski', 'Virtanen-Koski, Anna Maija'],
    ['the other half first', 'koski virtanen', 'Virtanen-Koski, Anna Maija'],
    ['a double name with a space', 'virtanen koski', 'Virtanen-Koski, Anna Maija'],
    ['a double name with a long dash', 'Virtanen–Koski', 'Virtanen-Koski, Anna Maija'],
    ['a double name run together', 'virtanenkoski', 'Virtanen-Koski, Anna Maija'],
    ['two first names run together', 'annamaija', 'Virtanen-Koski, Anna Maija'],
    ['two first names with a hyphen', 'anna-maija', 'Virtanen-Koski, Anna Maija'],
    ['an address with a tag', 'anna.maija+soteuttamo@', 'Virtanen-Koski, Anna Maija'],
    ['the tag alone', '+soteuttamo', 'Virtanen-Koski, Anna Maija'],
    ['what stands after the @', '@terve-talo', 'Virtanen-Koski, Anna Maija'],
    ['the second part of an address', 'talo.example', 'Virtanen-Koski, Anna Maija'],
    ['an acronym in brackets', 'thl', 'Virtanen, Matti'],
    ['name and organisation', 'virt hyvinv', 'Virtanen, Matti'],
    ['no marks', 'astrom', 'Åström, Åke'],
    ['one mark of two', 'Aström', 'Åström, Åke'],
    ['ä for å', 'äström', 'Åström, Åke'],
    ['marks apart from their letters', 'A\u030Astro\u0308m', 'Åström, Åke'],
    ['caps lock', 'ÅSTRÖM ÅKE', 'Åström, Åke'],
    ['caps lock with Shift', 'åSTRÖM', 'Åström, Åke'],
    ['a space behind', 'åström ', 'Åström, Åke'],
    ['spaces before and two between', '  åke  åström', 'Åström, Åke'],
    ['a hard space', 'åke\u00A0åström', 'Åström, Åke'],
    ['an apostrophe', "o'neill", "O'Neill, Sean"],
    ['another apostrophe', 'O’Neill', "O'Neill, Sean"],
    ['an accent for an apostrophe', 'O´Neill', "O'Neill, Sean"],
    ['a grave accent for one', 'O`Neill', "O'Neill, Sean"],
    ['a prime for one', 'O′Neill', "O'Neill, Sean"],
    ['no apostrophe', 'ONeill', "O'Neill, Sean"],
    ['a space for an apostrophe', 'O Neill', "O'Neill, Sean"],
    ['what stands after an apostrophe', 'neill', "O'Neill, Sean"],
    ['the particles of a name', 'van der', 'van der Berg, Jan'],
    ['a name with particles', 'van der berg', 'van der Berg, Jan'],
    ['a name with particles run together', 'vanderberg', 'van der Berg, Jan'],
    ['the name without its particles', 'berg', 'van der Berg, Jan'],
    ['particles that are part of the name', 'van der sloot', 'Vandersloot, Piet'],
    ['a name of two letters', 'ng', 'Ng, Mei'],
    ['another name of two letters', 'EK', 'Ek, Bo'],
    ['two letters with the first name', 'bo ek', 'Ek, Bo'],
    ['ä for æ', 'Säther', 'Sæther, Bjørn'],
    ['æ as it is', 'sæther bjørn', 'Sæther, Bjørn'],
    ['ö for ø', 'björn', 'Sæther, Bjørn'],
    ['ss for ß', 'grossmann', 'Großmann, Jörg'],
    ['s for ß', 'grosmann', 'Großmann, Jörg'],
    ['Polish without marks', 'lacki pawel', 'Łącki, Paweł'],
    ['Sámi without marks', 'torgna', 'Näkkäläjärvi, Ŧorgŋa'],
    ['South Slavic without marks', 'zarko duric', 'Đurić, Žarko'],
    ['a code', 'k7qx2m9atw', 'Đurić, Žarko'],
    ['a code in two parts', 'K7QX2 M9ATW', 'Đurić, Žarko'],
    ['a title', 'palvelupää', 'Hämäläinen, Päivi'],
    ['an organisation past its sign', 'hoiva koti', 'Hämäläinen, Päivi'],
    ['an organisation with its sign', 'Hoiva & Koti', 'Hämäläinen, Päivi'],
    ['an organisation without a person', 'kuvit', 'Kuviteltu säätiö'],
    ['a first name after its hyphen', 'åke lind', 'Lindqvist, Jan-Åke'],
    ['an American keyboard', "h'm'l'inen", 'Hämäläinen, Päivi'],
    ['an American keyboard for å and ö', '[str;m', 'Åström, Åke'],
    ['a letter missing', 'lindqist', 'Lindqvist, Jan-Åke'],
    ['a letter twice', 'meikkäläinen', 'Meikäläinen, Matti'],
    ['the key beside', 'meiläläinen', 'Meikäläinen, Matti'],
    ['two letters swapped', 'onelil sean', "O'Neill, Sean"],
    ['no space', 'mattimeik', 'Meikäläinen, Matti'],
  ])('finds by %s: "%s"', (_what, query, id) => {
    expect(first(query)).toBe(id);
  });

  it.each(['puhemies', 'matti åström', 'K7QX2M9ATV', '0401234567', '🎤'])(
    'finds nobody for "%s", whom nobody is',
    (query) => {
      expect(index.find(query, 10)).toEqual([]);
    },
  );

  it('puts the two alike for somebody else first only as long as they are alike', () => {
    expect(first('matti')).toBe('Meikäläinen, Matti');
    expect(first('matti v')).toBe('Virtanen, Matti');
    expect(first('virtanen')).toBe('Virtanen, Matti');
  });

  it('puts a full code first though it stands in an address too and names fill the list', () => {
    const all = [
      person('Abba, Aino'),
      person('Abba, Bo'),
      person('Zorn, Liisa', { code: 'ABBA', email: 'liisa@abba.example' }),
    ];
    const ids = createSearchIndex(all)
      .find('abba', 2)
      .map((hit) => hit.id);
    expect(ids).toEqual(['Zorn, Liisa', 'Abba, Aino']);
  });
});

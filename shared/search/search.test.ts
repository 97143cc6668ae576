import { describe, expect, it } from 'vitest';
import { createSearchIndex } from './index';
import type { SearchRecord } from './index';

function person(name: string, more: Partial<SearchRecord> = {}): SearchRecord {
  const [lastName = '', firstName = ''] = name.split(', ');
  const rest = { organisation: '', email: '', title: '', code: '', present: false };
  return { id: name, firstName, lastName, ...rest, ...more };
}

function found(people: SearchRecord[], query: string, limit = 10): string[] {
  return createSearchIndex(people)
    .find(query, limit)
    .map((hit) => hit.id);
}

describe('finding', () => {
  const people = [
    person('Virtanen, Anna-Maija'),
    person("O'Brien, Seán"),
    person('Ii, Pekka'),
    person('Åström, Örjan'),
    person('af Forselles, Nguyễn', {
      organisation: 'Eksote, perhepalvelut',
      title: 'Puheenjohtaja',
    }),
    person('Hiltunen, Tuulikki', { email: 'tuulikki.h@kainuu.fi', code: 'K7QX2M9A' }),
  ];

  it.each([
    'anna maija',
    'annamaija',
    'anna-maija',
    'maija',
    'ANNA–MAIJA',
    'virtanen anna',
    'anna virtanen',
    'v a m',
    'anna virta-nen',
    'vir\u200Btanen',
  ])('finds Anna-Maija Virtanen by "%s"', (query) => {
    expect(found(people, query)).toEqual(['Virtanen, Anna-Maija']);
  });

  it.each(['obrien', "o'brien", 'o’brien', 'brien', 'Sean OBrien'])(
    "finds Seán O'Brien by %s",
    (query) => {
      expect(found(people, query)).toEqual(["O'Brien, Seán"]);
    },
  );

  it.each(['åström', 'astrom', 'Åstrom', 'A\u030Astro\u0308m', 'orjan', 'ö'])(
    'finds Örjan Åström by %s',
    (query) => {
      expect(found(people, query)).toContain('Åström, Örjan');
    },
  );

  it('finds a name written together by one written with a hyphen', () => {
    expect(found([person('Virtanen, Annamaija')], 'anna-maija')).toEqual(['Virtanen, Annamaija']);
  });

  it('finds names of two letters, by one letter too', () => {
    expect(found(people, 'ii')[0]).toBe('Ii, Pekka');
    expect(found(people, 'I')).toEqual(['Ii, Pekka']);
  });

  it.each([
    ['organisation', 'eksote perhe', 'af Forselles, Nguyễn'],
    ['title', 'puheenj', 'af Forselles, Nguyễn'],
    ['e-mail', 'tuulikki.h@kainuu.fi', 'Hiltunen, Tuulikki'],
    ['the beginning of a code', 'k7q', 'Hiltunen, Tuulikki'],
    ['words from several fields', 'nguyen eksote', 'af Forselles, Nguyễn'],
  ])('finds by %s', (_field, query, id) => {
    expect(found(people, query)).toEqual([id]);
  });

  it.each(['', '   ', '-', '\u200B', '.,;'])('finds nobody for "%s"', (query) => {
    expect(found(people, query)).toEqual([]);
  });

  it('finds nobody where one word fits nobody', () => {
    expect(found(people, 'virtanen zzzzzz')).toEqual([]);
  });

  it('gives no more than the limit', () => {
    expect(found(people, 'a', 1)).toHaveLength(1);
    expect(found(people, 'a', 0)).toEqual([]);
  });

  it('stays calm before a pasted wall of text', () => {
    expect(found(people, 'virtanen '.repeat(50_000))).toEqual(['Virtanen, Anna-Maija']);
    expect(found(people, 'x'.repeat(100_000))).toEqual([]);
  });
});

describe('ranking', () => {
  it('goes from last name to first name, from whole words to beginnings, to organisation, to e-mail', () => {
    const order = [
      person('Aino, Zz'),
      person('Zz, Aino'),
      person('Ainola, Zz'),
      person('Zz, Ainotar'),
      person('Zz, Zz', { organisation: 'Aino Oy' }),
      person('Zz, Zy', { email: 'aino@example.org' }),
    ];
    expect(found([...order].reverse(), 'aino')).toEqual(order.map(({ id }) => id));
  });

  it('puts a whole last name before one half of a double name', () => {
    const people = [person('Aho-Virtanen, Aino'), person('Virtanen, Ville')];
    expect(found(people, 'virtanen')).toEqual(['Virtanen, Ville', 'Aho-Virtanen, Aino']);
  });

  it('puts a compound typed as one before its parts alone', () => {
    const people = [person('Niemi, Aino'), person('Niemi-Niemi, Ville')];
    expect(found(people, 'niemi-niemi')[0]).toBe('Niemi-Niemi, Ville');
    expect(found(people, 'niemi')[0]).toBe('Niemi, Aino');
  });

  it('puts among equals those still expected first, then goes by last and first name', () => {
    const people = [
      person('Aho, Antti', { present: true }),
      person('Aho, Veikko'),
      person('Aho, Örjan'),
      person('Ahonen, Aada'),
      person('Aho, Bertta'),
    ];
    expect(found(people, 'aho')).toEqual([
      'Aho, Bertta',
      'Aho, Örjan',
      'Aho, Veikko',
      'Aho, Antti',
      'Ahonen, Aada',
    ]);
  });

  it('puts a full code first, even before a person of that name', () => {
    const people = [person('Abba, Matti'), person('Zorn, Liisa', { code: 'ABBA' })];
    expect(found(people, 'ABBA')).toEqual(['Zorn, Liisa', 'Abba, Matti']);
  });

  it('says how each token was met, heaviest place first', () => {
    const index = createSearchIndex([
      person('Korhonen, Aila', { organisation: 'Korhonen Oy', email: 'aila@korhonen.fi' }),
    ]);
    expect(index.find('korhonen ai', 5)).toEqual([
      {
        id: 'Korhonen, Aila',
        score: 60,
        quality: 'prefix',
        matches: [
          { token: 'korhonen', word: 'korhonen', field: 'lastName', quality: 'exact' },
          { token: 'ai', word: 'aila', field: 'firstName', quality: 'prefix' },
        ],
      },
    ]);
    expect(index.find('korhonen', 5)[0]?.quality).toBe('exact');
  });
});

describe('forgiving a slip', () => {
  const people = [
    person('Virtanen, Matti', { code: 'K7QX2M9A' }),
    person('Virta, Matias'),
    person('Näkkäläjärvi, Áile'),
  ];

  it.each([
    'virtamen matti',
    'matti virtaenn',
    'mati virtanne',
    'mattivirtanen',
    'mattibvirtanen',
    'mattiv irtanen',
    'mat ti virtanen',
  ])('finds Matti Virtanen first by "%s"', (query) => {
    const index = createSearchIndex(people);
    expect(index.find(query, 5)[0]).toMatchObject({ id: 'Virtanen, Matti', quality: 'typo' });
  });

  it('forgives in the middle of typing', () => {
    expect(found(people, 'nakkslaj')).toEqual(['Näkkäläjärvi, Áile']);
  });

  it('tells which word was meant', () => {
    expect(createSearchIndex(people).find('virtamen', 5)[0]?.matches).toEqual([
      { token: 'virtamen', word: 'virtanen', field: 'lastName', quality: 'typo' },
    ]);
  });

  it('forgives nothing where somebody is found as typed', () => {
    expect(found(people, 'virta')).toEqual(['Virta, Matias', 'Virtanen, Matti']);
    expect(found([...people, person('Virtamen, Ossi')], 'virtamen')).toEqual(['Virtamen, Ossi']);
  });

  it('never guesses a code', () => {
    expect(found(people, 'K7QX2M9B')).toEqual([]);
  });

  it('puts fewer slips before better places', () => {
    const two = [person('Makinen, Mikke'), person('Zz, Mikko', { organisation: 'Makinem' })];
    expect(found(two, 'mikko makinem')).toEqual(['Zz, Mikko']);
    expect(found(two, 'mikko makineq')).toEqual(['Zz, Mikko', 'Makinen, Mikke']);
  });
});

describe('keeping up', () => {
  it('follows a check-in, a new name and a leave', () => {
    const index = createSearchIndex([person('Aho, Aila'), person('Aho, Unto')]);
    const ids = (query: string): string[] => index.find(query, 5).map((hit) => hit.id);
    index.put(person('Aho, Aila', { present: true }));
    expect(ids('aho')).toEqual(['Aho, Unto', 'Aho, Aila']);
    index.put({ ...person('Aho, Aila'), lastName: 'Laine' });
    expect(ids('aho')).toEqual(['Aho, Unto']);
    expect(ids('laine')).toEqual(['Aho, Aila']);
    index.remove('Aho, Aila');
    index.remove('nobody');
    expect(ids('laine')).toEqual([]);
  });

  it('is not touched by what happens to a record afterwards', () => {
    const record = person('Aho, Aila');
    const index = createSearchIndex([record]);
    record.lastName = 'Laine';
    index.put(record);
    expect(index.find('aho', 5)).toEqual([]);
    expect(index.find('laine', 5)).toHaveLength(1);
  });
});

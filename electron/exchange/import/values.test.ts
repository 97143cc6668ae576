import { describe, expect, it } from 'vitest';
import { cleanLine } from './clean';
import { splitName } from './names';
import { addressOf, listOf, roleOf, saysNothing, sectorOf, yesOrNo } from './values';

describe('values in three languages', () => {
  it.each([
    ['private', ['Yksityinen', 'privat', 'Private sector', 'Yritys']],
    ['public', ['Julkinen', 'Offentlig', 'PUBLIC', 'kunta']],
    ['third', ['Kolmas sektori', 'Tredje sektorn', 'Third sector', 'järjestö']],
    ['other', ['Muu', 'Annan', 'Other']],
    [undefined, ['Kirkko', '']],
  ])('name the sector %s', (sector, words) => {
    expect(words.map(sectorOf)).toEqual(words.map(() => sector));
  });

  it('name the sector twice over, but never two sectors', () => {
    expect(['Kolmas sektori / järjestö', '3. sektori', 'Julkinen (kunta)'].map(sectorOf)).toEqual([
      'third',
      'third',
      'public',
    ]);
    expect(['Yritys / yhdistys', 'Muu, mikä?', '(/)'].map(sectorOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('take a consent in whole words', () => {
    expect(['Suostun', 'Annan luvan', 'Jag samtycker'].map(yesOrNo)).toEqual([true, true, true]);
    expect(['En', 'En, kiitos', 'En suostu', 'Samtycker inte'].map(yesOrNo)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are an address behind its owner’s name or in a link', () => {
    expect(
      ['Bo Ek <bo@malli.example>', 'mailto:bo@malli.example', 'bo@malli.example'].map(addressOf),
    ).toEqual(Array.from({ length: 3 }, () => 'bo@malli.example'));
    expect(addressOf('bo@malli.example, ek@malli.example')).toContain(',');
  });

  it('are nothing where there is a dash alone', () => {
    expect(['-', '–', '--', '-x', 'a-b', '----', ''].map(saysNothing)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('say yes, no, or neither', () => {
    expect(['Kyllä', 'Ja', 'yes', 'X', '1', 'TRUE', 'Kyllä, saa jakaa'].map(yesOrNo)).not.toContain(
      false,
    );
    expect(['Ei', 'Nej', 'no', '0', 'false', 'Ei, kiitos'].map(yesOrNo)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
    expect(yesOrNo('Kyllä')).toBe(true);
    expect(yesOrNo('ehkä')).toBeUndefined();
  });

  it('name a known role, or any other as it was written', () => {
    expect(roleOf('Puhuja')).toBe('speaker');
    expect(roleOf('Somevastaava')).toBe('Somevastaava');
  });

  it('are lists cut at semicolons and line ends, not at commas', () => {
    expect(listOf('apua, neuvoja; tiloja\nlaitteita;')).toEqual([
      'apua, neuvoja',
      'tiloja',
      'laitteita',
    ]);
  });
});

describe('a name', () => {
  it('is split at the last space, or at the comma', () => {
    expect(splitName('Anna Maija af Forselles')).toEqual({
      firstName: 'Anna Maija af',
      lastName: 'Forselles',
    });
    expect(splitName('af Forselles, Anna')).toEqual({
      firstName: 'Anna',
      lastName: 'af Forselles',
    });
    expect(splitName('Cher')).toEqual({ firstName: '', lastName: 'Cher' });
  });

  it('loses what cannot be seen and keeps its case', () => {
    expect(cleanLine('\u202Eaf\u200B  Forselles\u0000\u00A0')).toBe('af Forselles');
    expect(cleanLine('A\u0308iti')).toBe('Äiti');
  });
});

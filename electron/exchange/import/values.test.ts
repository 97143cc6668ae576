import { describe, expect, it } from 'vitest';
import { cleanLine } from './clean';
import { splitName } from './names';
import { listOf, roleOf, sectorOf, yesOrNo } from './values';

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

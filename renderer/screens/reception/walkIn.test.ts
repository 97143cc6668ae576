import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Details, Participant } from '../../../shared/model/participant';
import { knownOrganisations, splitName } from './walkIn';

const person = (details: Partial<Details>): Participant =>
  newParticipant({ id: '1', code: 'C', source: 'registration', rev: '' }, details);

describe('a name in one field', () => {
  it('is split at its last space, or at the comma', () => {
    expect(splitName('Anna Maija  Korhonen ')).toEqual({
      firstName: 'Anna Maija',
      lastName: 'Korhonen',
    });
    expect(splitName('af Forselles, Märta')).toEqual({
      firstName: 'Märta',
      lastName: 'af Forselles',
    });
  });

  it('is a first name when it is one word', () => {
    expect(splitName('Cher')).toEqual({ firstName: 'Cher', lastName: '' });
  });
});

describe('known organisations', () => {
  it('come largest first, in their commonest spelling and sector', () => {
    const known = knownOrganisations([
      person({ organisation: 'Imatra', sector: 'public' }),
      person({ organisation: 'Hoiva Oy', sector: 'private' }),
      person({ organisation: 'Hoiva Oy ', sector: '' }),
      person({ organisation: 'HOIVA OY', sector: 'private' }),
      person({ organisation: '  ' }),
    ]);
    expect(known).toEqual([
      { name: 'Hoiva Oy', people: 3, sector: 'private' },
      { name: 'Imatra', people: 1, sector: 'public' },
    ]);
  });
});

import { expect, it } from 'vitest';
import { ASKABLE } from '../../../shared/model/event';
import { newParticipant } from '../../../shared/model/participant';
import { missingOf } from './missing';

const base = { id: '1', code: 'C', source: 'walk-in', rev: '' } as const;

it('asks for what was not stated, and a stated no is an answer', () => {
  const stated = { sector: 'third', diet: 'kasvis', consentPhoto: false } as const;
  const person = newParticipant(base, { ...stated, organisation: 'Yhdistys' });
  expect(missingOf(person, ASKABLE)).toEqual(['email', 'phone', 'consentContact']);
});

it('asks for nothing that the organiser does not want', () => {
  expect(missingOf(newParticipant(base, {}), [])).toEqual([]);
  expect(missingOf(newParticipant(base, {}), ['diet'])).toEqual(['diet']);
});

import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Details } from '../../../shared/model/participant';
import { namesake, samePeople, theOneMeant } from './alike';
import { splitName } from './walkIn';

let count = 0;
const person = (firstName: string, lastName: string, more: Partial<Details> = {}) => {
  const id = String(++count);
  const base = { id, code: id, source: 'registration', rev: '' } as const;
  return newParticipant(base, { firstName, lastName, ...more });
};

const aino = person('Aino', 'Koemäki', { email: 'aino@example.fi' });
const turned = person('KOEMAKI', 'aino');
const mailed = person('A.', 'Koemäki-Virta', { email: 'AINO@example.fi ' });
const eino = person('Eino', 'Koemäki');
const nameless = [person('', '', { organisation: 'Hoiva Oy' }), person('', '')];
const everyone = [aino, turned, mailed, eino, ...nameless];

describe('records that may be one person', () => {
  it('have the same name in whatever case, marks and order, or the same e-mail', () => {
    expect(samePeople(aino, everyone)).toEqual([mailed, turned]);
    expect(samePeople(eino, everyone)).toEqual([]);
  });

  it('are not all those without a name', () => {
    expect(samePeople(nameless[0] ?? aino, everyone)).toEqual([]);
  });
});

describe('a name that is being written', () => {
  it('is somebody’s already only when it is written out', () => {
    expect(namesake(splitName('Koemäki, Aino'), everyone)).toBe(aino);
    expect(namesake(splitName('Aino Koem'), everyone)).toBeUndefined();
    expect(namesake(splitName(' '), everyone)).toBeUndefined();
  });
});

describe('who is meant at the door', () => {
  it('is the only one found, or the only one of exactly this name', () => {
    expect(theOneMeant('ein', [eino])).toBe(eino);
    expect(theOneMeant('eino koemäki', [eino, mailed])).toBe(eino);
  });

  it('is nobody when two have the name, or several are found for a part of one', () => {
    expect(theOneMeant('aino koemäki', [aino, turned])).toBeUndefined();
    expect(theOneMeant('koem', [aino, eino])).toBeUndefined();
    expect(theOneMeant('x', [])).toBeUndefined();
  });
});

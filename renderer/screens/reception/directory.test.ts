import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Details, Participant } from '../../../shared/model/participant';
import { Table } from '../../../shared/model/table';
import { Directory } from './directory';

const person = (id: string, details: Partial<Details>): Participant =>
  newParticipant({ id, code: `C${id}`, source: 'registration', rev: '' }, details);

const table = (...people: Participant[]) => Table.from(people.map((one) => [one.id, one] as const));

const aho = person('1', { firstName: 'Ville', lastName: 'Aho' });
const nakki = person('2', { firstName: 'Aino', lastName: 'Näkkäläjärvi' });
const names = (people: readonly Participant[]) => people.map((one) => one.lastName);

describe('the directory of a reception', () => {
  it('finds people without their dots and lists everyone by last name', () => {
    const directory = new Directory().follow(table(nakki, aho));
    expect(names(directory.find('nakk'))).toEqual(['Näkkäläjärvi']);
    expect(names(directory.all())).toEqual(['Aho', 'Näkkäläjärvi']);
  });

  it('puts å ä ö at the end of the alphabet, as Finnish does', () => {
    const people = ['Öhman', 'Åberg', 'Zitting', 'Äijälä'].map((lastName, at) =>
      person(String(at), { lastName }),
    );
    const directory = new Directory().follow(table(...people));
    expect(names(directory.all())).toEqual(['Zitting', 'Åberg', 'Äijälä', 'Öhman']);
  });

  it('follows a new name, a newcomer and one taken away', () => {
    const directory = new Directory().follow(table(aho, nakki));
    directory.follow(
      table({ ...aho, lastName: 'Ylönen' }, person('3', { lastName: 'Žižek', firstName: 'S' })),
    );
    expect(names(directory.all())).toEqual(['Ylönen', 'Žižek']);
    expect(directory.find('aho')).toEqual([]);
    expect(directory.find('nakk')).toEqual([]);
    expect(names(directory.find('zizek'))).toEqual(['Žižek']);
  });

  it('puts newcomers, one by one or many at once, where a new list would have them', () => {
    const lastNames = ['Mäki', 'Aho', 'Öhman', 'Aalto', 'Zitting', 'Åberg', 'Mäki', 'af Malli'];
    let people = table(aho, nakki);
    const followed = new Directory().follow(people);
    for (const [at, lastName] of lastNames.entries()) {
      const one = person(`n${at}`, { lastName, firstName: String(at % 3) });
      people = people.set(one.id, one);
      followed.follow(people);
    }
    for (const count of [1, 60]) {
      for (let at = 0; at < count; at++) {
        const one = person(`m${at}`, { lastName: `Malli ${at}` });
        people = people.set(one.id, one);
      }
      followed.follow(people);
      const anew = new Directory().follow(people);
      expect(names(followed.all())).toEqual(names(anew.all()));
    }
    const renamed = { ...aho, lastName: 'Öö' };
    expect(names(followed.follow(people.set(renamed.id, renamed)).all()).at(-1)).toBe('Öö');
  });

  it('shows a check-in at once, in the list and among those found', () => {
    const directory = new Directory().follow(table(aho, nakki));
    directory.follow(table({ ...aho, status: 'present' }, nakki));
    expect(directory.all()[0]?.status).toBe('present');
    expect(directory.find('aho')[0]?.status).toBe('present');
  });

  it('finds the same people however far it has been prepared, and whatever happened meanwhile', () => {
    const people = ['Aho', 'Aalto', 'Ahonen', 'Elo'].map((lastName, at) =>
      person(String(at), { lastName }),
    );
    for (let slices = 0; slices <= 4; slices++) {
      const directory = new Directory().follow(table(...people));
      for (let slice = 0; slice < slices; slice++) directory.prepare(1);
      const [first, , ...others] = people;
      directory.follow(table({ ...(first ?? aho), lastName: 'Ylönen' }, ...others));
      expect(names(directory.find('a'))).toEqual(['Ahonen']);
      expect(names(directory.find('ylo'))).toEqual(['Ylönen']);
      expect(directory.prepare(1)).toBe(false);
    }
  });

  it('says when nobody is left to be prepared', () => {
    const directory = new Directory().follow(table(aho, nakki));
    expect(directory.prepare(1)).toBe(true);
    expect(directory.prepare(1)).toBe(false);
  });
});

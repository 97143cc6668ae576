import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Table } from '../../../shared/model/table';
import { Directory } from './directory';
import { listFor } from './listed';

const person = (id: string, lastName: string): Participant =>
  newParticipant({ id, code: `C${id}`, source: 'registration', rev: '' }, { lastName });
const table = (...people: Participant[]) => Table.from(people.map((one) => [one.id, one] as const));
const here = (one: Participant): Participant => ({ ...one, status: 'present' });

const aho = person('1', 'Korhonen A');
const elo = person('2', 'Korhonen E');

describe('the list at the reception', () => {
  it('keeps everyone in place after a check-in while the same words stand', () => {
    const directory = new Directory().follow(table(aho, elo));
    const before = listFor(directory, 'korhonen', 'all', '', undefined);
    directory.follow(table(here(aho), elo));
    expect(listFor(directory, 'korhonen', 'all', '1', before).ids).toEqual(['1', '2']);
    expect(listFor(directory, 'korhone', 'all', '1', before).ids).toEqual(['2', '1']);
  });

  it('keeps the one just checked in among those awaited, and lets the others go', () => {
    const directory = new Directory().follow(table(aho, elo));
    const before = listFor(directory, '', 'expected', '', undefined);
    directory.follow(table(here(aho), here(elo)));
    expect(listFor(directory, '', 'expected', '1', before).ids).toEqual(['1']);
  });

  it('takes in a newcomer at once', () => {
    const directory = new Directory().follow(table(aho));
    const before = listFor(directory, 'korhonen', 'all', '', undefined);
    directory.follow(table(aho, elo));
    expect(listFor(directory, 'korhonen', 'all', '', before).ids).toHaveLength(2);
  });
});

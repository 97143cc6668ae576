import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import { askedAbout, unsettledIn } from './badgeStep';
import type { Batch } from './badgeStep';

const person = (id: string) =>
  newParticipant({ id, code: '', source: 'registration', rev: '' }, { firstName: id });

const batch = (id: string): Batch => ({
  people: [person(id)],
  again: undefined,
  address: `blob:${id}`,
  warnings: [],
});

describe('badges of which nobody has said whether they came out', () => {
  it('are asked about together with those of who came next', () => {
    const first = askedAbout([batch('Aino')]);
    const making = {
      step: 'making',
      people: [person('Eero')],
      unsettled: unsettledIn(first),
    } as const;
    const both = askedAbout([...unsettledIn(making), batch('Eero')]);
    expect(both?.people.map(({ firstName }) => firstName)).toEqual(['Aino', 'Eero']);
    expect(both?.unsettled).toHaveLength(2);
  });

  it('are no question when there are none', () => {
    expect(askedAbout([])).toBeUndefined();
    expect(unsettledIn(undefined)).toEqual([]);
  });
});

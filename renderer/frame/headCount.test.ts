import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../shared/model/participant';
import type { Participant, Sector, Status } from '../../shared/model/participant';
import { headCount } from './headCount';

const person = (status: Status, sector: Sector): Participant => ({
  ...newParticipant({ id: 'p', code: 'c', source: 'registration', rev: 'r' }, { sector }),
  status,
});

describe('the head count', () => {
  it('counts as present only those in the house now, and by their sector', () => {
    const { present, sectors } = headCount([
      person('present', 'private'),
      person('present', ''),
      person('left', 'private'),
      person('expected', 'public'),
    ]);
    expect(present).toBe(2);
    expect(sectors).toEqual({ private: 1, public: 0, third: 0, other: 0, '': 1 });
  });

  it('expects everyone but those who cancelled', () => {
    const people = [person('present', ''), person('expected', ''), person('left', '')];
    expect(headCount([...people, person('cancelled', '')]).expected).toBe(3);
  });
});

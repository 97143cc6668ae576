import { describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract';
import { openEnvelope } from './envelope';

function thrownBy(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('an answer from a desk', () => {
  it('is the value when it is in the agreed form', () => {
    expect(openEnvelope('events.create', { ok: true, value: { event: 'E1' } })).toEqual({
      event: 'E1',
    });
  });

  it('is thrown as the failure it tells of', () => {
    const failure = {
      code: 'event.unknown',
      params: { id: 'E1' },
      message: 'There is no event E1.',
    };
    const error = thrownBy(() => openEnvelope('event.state', { ok: false, failure }));
    expect(error).toBeInstanceOf(DeskError);
    expect(error).toMatchObject(failure);
  });

  it('is refused when it is anything else', () => {
    for (const received of [undefined, 'x', { ok: true, value: { event: 7 } }, { ok: 'yes' }]) {
      const error = thrownBy(() => openEnvelope('events.create', received));
      expect(error).toMatchObject({ code: 'desk.garbled' });
    }
  });
});

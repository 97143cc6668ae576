import { describe, expect, it } from 'vitest';
import { parsed } from './machine';

describe('how scanning is set up on a machine', () => {
  it('is silent and without prefix or suffix until somebody says otherwise', () => {
    expect(parsed('{}')).toMatchObject({ prefix: '', suffix: '', sound: false });
  });

  it('keeps what was set, and begins anew when what is stored is damaged', () => {
    expect(parsed('{"prefix":"]Q","volume":20}')).toMatchObject({ prefix: ']Q', volume: 20 });
    for (const text of ['', '{"volume":', '{"volume":"loud"}', 'null']) {
      expect(parsed(text), text).toEqual(parsed('{}'));
    }
  });
});

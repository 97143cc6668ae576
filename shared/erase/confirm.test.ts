import { expect, it } from 'vitest';
import { isConfirmed } from './confirm';

it('takes the name of the event, however it is cased and spaced', () => {
  expect(isConfirmed('Soteuttamo 2.0 – Etelä-Karjala', ' soteuttamo 2.0 –  ETELÄ-karjala ')).toBe(
    true,
  );
});

it('takes nothing else', () => {
  for (const typed of ['', 'Soteuttamo', 'poista', 'Soteuttamo 2.0 – Kainuu']) {
    expect(isConfirmed('Soteuttamo 2.0 – Etelä-Karjala', typed)).toBe(false);
  }
});

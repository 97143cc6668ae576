import { expect, it } from 'vitest';
import { mayHave } from './permissions';

const OURS = 'nuija://app/';

it.each(['media', 'fullscreen', 'screen-wake-lock', 'clipboard-sanitized-write'])(
  'gives %s to a page of ours, and to no other',
  (permission) => {
    expect(mayHave(permission, OURS, false)).toBe(true);
    for (const other of ['https://elsewhere.example/', 'nuija://other/', 'file:///', '', 'null']) {
      expect(mayHave(permission, other, false)).toBe(false);
    }
  },
);

it('never gives the microphone', () => {
  expect(mayHave('media', OURS, true)).toBe(false);
});

it.each([
  'geolocation',
  'notifications',
  'midi',
  'clipboard-read',
  'hid',
  'usb',
  'openExternal',
  '',
])('gives nobody "%s"', (permission) => expect(mayHave(permission, OURS, false)).toBe(false));

import { expect, it } from 'vitest';
import { readRoute } from '../../../route';
import { deviceAddress } from './deviceAddress';

it.each([
  ['reception', { at: 'event', event: '01E', screen: 'reception' }],
  ['moderator', { at: 'event', event: '01E', screen: 'panel' }],
  ['stage', { at: 'stage', event: '01E', view: 'hall' }],
] as const)('leads a %s to its page, with its token before the #', (role, route) => {
  const address = new URL(deviceAddress('http://10.0.0.7:4848/', role, 'abc', '01E'));
  expect(address.searchParams.get('token')).toBe('abc');
  expect(readRoute(address.hash)).toEqual(route);
});

it('leads a kiosk to the guests’ feedback', () => {
  const address = deviceAddress('http://10.0.0.7:4848/', 'kiosk', 'abc', '01E');
  expect(address).toBe('http://10.0.0.7:4848/?token=abc#/kiosk/01E/feedback');
});

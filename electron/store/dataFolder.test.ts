import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder, eventFolder, isEventId, listEventIds } from './dataFolder';
import { nodeDisk } from './nodeDisk';
import { testFolder } from './tally';

const ID = '01JD9Z0000000000000000000A';

test.each([
  ['win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'C:\\Users\\a\\AppData\\Roaming\\Nuija'],
  ['win32', {}, 'C:\\Users\\a\\AppData\\Roaming\\Nuija'],
  ['darwin', {}, '/Users/a/Library/Application Support/Nuija'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/nuija'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/nuija'],
  ['linux', {}, '/home/a/.local/share/nuija'],
] as const)('on %s with %o data is kept in %s', (platform, env, folder) => {
  const home = { win32: 'C:\\Users\\a', darwin: '/Users/a', linux: '/home/a' }[platform];
  expect(defaultDataFolder({ platform, env, home })).toBe(folder);
});

test.each([
  '',
  '..',
  '../01JD9Z0000000000000000000',
  '01JD9Z0000000000000000000a',
  '01JD9Z000000000000000000IL',
  '81JD9Z0000000000000000000A',
  `${ID}\n`,
  `${ID}/x`,
])('%j is no event id and leads nowhere', (id) => {
  expect(isEventId(id)).toBe(false);
  expect(() => eventFolder('/data', id)).toThrow("is not an event's id");
});

test('an event is kept in a folder of its id', () => {
  expect(eventFolder('/data', ID)).toBe(join('/data', 'events', ID));
});

test('the events of a folder are its ids, oldest first, and nothing else that lies there', async () => {
  const data = testFolder();
  expect(await listEventIds(nodeDisk, data)).toEqual([]);
  const later = ID.replace('01JD', '01JE');
  for (const name of [later, ID, 'notes'])
    mkdirSync(join(data, 'events', name), { recursive: true });
  writeFileSync(join(data, 'events', '.DS_Store'), '');
  expect(await listEventIds(nodeDisk, data)).toEqual([ID, later]);
});

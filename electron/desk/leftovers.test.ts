import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../store/nodeDisk';
import { Wanted, filesBelow, searchFiles } from './leftovers';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-leftovers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const search = async (...texts: string[]) => {
  const files = await filesBelow(nodeDisk, folder);
  return (await searchFiles(nodeDisk, folder, files, new Wanted(texts))).left;
};

describe('searching files for what was erased', () => {
  it('finds a text wherever it stands, also across what is read at once and at the very end', async () => {
    const far = Buffer.alloc(1024 * 1024 - 3, 'x');
    await writeFile(join(folder, 'across'), Buffer.concat([far, Buffer.from('Näkkäläjärvi!')]));
    await writeFile(join(folder, 'end'), 'abc Näkkäläjärvi');
    await mkdir(join(folder, 'deep', 'er'), { recursive: true });
    await writeFile(join(folder, 'deep', 'er', 'whole'), 'Näkkäläjärvi');
    expect(await search('Näkkäläjärvi')).toEqual([
      { file: 'across', texts: 1 },
      { file: join('deep', 'er', 'whole'), texts: 1 },
      { file: 'end', texts: 1 },
    ]);
  });

  it('finds a text as JSON writes it', async () => {
    await writeFile(join(folder, 'db.json'), JSON.stringify({ notes: 'Soita "heti"\naamulla' }));
    expect(await search('Soita "heti"\naamulla')).toEqual([{ file: 'db.json', texts: 1 }]);
  });

  it('finds nothing where only a part stands, and passes over texts that stand anywhere by chance', async () => {
    await writeFile(join(folder, 'db.json'), '{"name":"Aino","last":"Näkkälä"}');
    expect(await search('Näkkäläjärvi', 'Aino')).toEqual([]);
  });

  it('has nothing to look through where there is no folder', async () => {
    expect(await filesBelow(nodeDisk, join(folder, 'nowhere'))).toEqual([]);
  });
});

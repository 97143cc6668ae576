import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileArguments } from './fileArguments';

const from = resolve('/home/desk');

describe('among the words of a start the files to open', () => {
  it('are those with an ending of ours, made absolute', () => {
    const words = ['/usr/bin/nuija', '--no-sandbox', 'Kainuu.nuija', '/media/stick/a.nuija-backup'];
    expect(fileArguments(words, from)).toEqual([
      resolve(from, 'Kainuu.nuija'),
      resolve('/media/stick/a.nuija-backup'),
    ]);
    expect(fileArguments(['nuija', 'VIENTI.JSON'], from)).toEqual([resolve(from, 'VIENTI.JSON')]);
  });

  it('are never the program, its folder, a switch or the data folder', () => {
    const words = ['odd.nuija', '/opt/nuija', '--file=x.nuija', '--data', 'folder.nuija', 'a.exe'];
    expect(fileArguments(words, from)).toEqual([]);
  });
});

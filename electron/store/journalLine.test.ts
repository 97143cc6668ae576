import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { factCount, journalLine, lineIsSound, lineJson, lineSeq } from './journalLine';
import { tallyCommit } from './tally';

test('a line is the commit with the CRC-32 of its own text in front', () => {
  const body = '{"seq":12,"cmd":"cmd-12","kind":"say","facts":["Näkkäläjärvi"]}';
  const sum = crc32(body).toString(16).padStart(8, '0');
  expect(journalLine(tallyCommit(12, 'Näkkäläjärvi'))).toBe(`{"crc":"${sum}",${body.slice(1)}\n`);
});

test('seq comes first in the line whatever the order of the members', () => {
  const line = journalLine({ facts: ['a'], seq: 3 });
  expect(line.slice(18)).toBe('"seq":3,"facts":["a"]}\n');
});

test('a line that was written is sound, and reads back as it was given', () => {
  const commit = tallyCommit(1234, 'č š ž đ ŋ \u2028 \n "', '🙂');
  const bytes = Buffer.from(journalLine(commit));
  const end = bytes.length - 1;
  expect(lineIsSound(bytes, 0, end)).toBe(true);
  expect(lineSeq(bytes, 0)).toBe(1234);
  expect(lineJson(bytes, 0, end)).toEqual(commit);
});

test('no single changed byte of a line goes unseen', () => {
  const line = Buffer.from(journalLine(tallyCommit(7, 'a', 'b')));
  for (let at = 0; at < line.length - 1; at++) {
    const damaged = Buffer.from(line);
    damaged[at] = (damaged[at] ?? 0) ^ 0x20;
    expect(lineIsSound(damaged, 0, line.length - 1), `byte ${at}`).toBe(false);
  }
});

test('what holds no facts is not a commit', () => {
  expect(factCount({ facts: [1, 2] })).toBe(2);
  expect(() => factCount({ facts: [] })).toThrow('no facts');
  expect(() => factCount(null)).toThrow('no facts');
});

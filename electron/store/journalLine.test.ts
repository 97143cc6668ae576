import { createSecretKey } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  journalHead,
  journalLine,
  journalLineSteps,
  lineCommit,
  lineIsSound,
  lineNumbers,
  lostLine,
  parseLine,
} from './journalLine';
import type { Seal } from './seal';
import { aesSeal } from './sealAes';
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
  expect(lineNumbers(bytes, 0)).toEqual({ seq: 1234, group: 1234 });
  expect(readBack(journalLine(commit))).toEqual(commit);
});

test('no single changed byte of a line goes unseen', () => {
  const line = Buffer.from(journalLine(tallyCommit(7, 'a', 'b')));
  for (let at = 0; at < line.length - 1; at++) {
    const damaged = Buffer.from(line);
    damaged[at] = (damaged[at] ?? 0) ^ 0x20;
    expect(lineIsSound(damaged, 0, line.length - 1), `byte ${at}`).toBe(false);
  }
});

test('a line says which was the first of its write', () => {
  const line = journalLine(tallyCommit(15, 'a'), 12);
  expect(line.slice(18)).toMatch(/^"seq":15,"group":12,"cmd"/);
  expect(lineNumbers(Buffer.from(line), 0)).toEqual({ seq: 15, group: 12 });
  expect(readBack(line)).toEqual(tallyCommit(15, 'a'));
});

test('the head names format, version and history; a lost line how many facts it stands for', () => {
  const head = Buffer.from(journalHead('abc'));
  expect(lineNumbers(head, 0).seq).toBe(0);
  expect(parseLine(head, 0, head.length - 1)).toEqual({
    what: 'head',
    version: 3,
    history: 'abc',
  });
  const lost = Buffer.from(lostLine(7, 3));
  expect(lineIsSound(lost, 0, lost.length - 1)).toBe(true);
  expect(lineNumbers(lost, 0).seq).toBe(7);
  expect(parseLine(lost, 0, lost.length - 1)).toEqual({ what: 'lost', count: 3 });
});

test('what holds no facts is not a commit', () => {
  const parse = (body: string) => {
    const line = Buffer.from(`{"crc":"00000000",${body}}`);
    return parseLine(line, 0, line.length);
  };
  expect(parse('"seq":1,"facts":[1,2]')).toMatchObject({ what: 'commit', count: 2 });
  expect(() => parse('"seq":1,"facts":[]')).toThrow('no facts');
  expect(() => parse('"seq":1')).toThrow('no facts');
});

describe('a sealed line', () => {
  const seal = {
    seal: (text: string, place: string) => Buffer.from(`${place}|${text}`).toString('base64'),
    open: (sealed: string, place: string) => {
      const text = Buffer.from(sealed, 'base64').toString('utf8');
      if (!text.startsWith(`${place}|`)) throw new Error('another place');
      return text.slice(place.length + 1);
    },
    sealing: () => ({ piece: (text: string) => text, end: () => '' }),
  };
  const line = journalLine(tallyCommit(4, 'secret', 'word'), 3, seal);

  test('shows its numbers and how many facts, and nothing of them', () => {
    expect(line).not.toMatch(/secret|cmd/);
    const bytes = Buffer.from(line);
    expect(lineNumbers(bytes, 0)).toEqual({ seq: 4, group: 3 });
    expect(parseLine(bytes, 0, bytes.length - 1)).toMatchObject({ what: 'commit', count: 2 });
  });

  test('reads back with its seal, is locked without, and no open line passes for it', () => {
    expect(readBack(line, seal)).toEqual(tallyCommit(4, 'secret', 'word'));
    expect(() => readBack(line)).toThrow(expect.objectContaining({ code: 'locked' }));
    expect(() => readBack(journalLine(tallyCommit(4)), seal)).toThrow(
      expect.objectContaining({ code: 'tampered' }),
    );
  });

  test('does not open with another number of facts than it was sealed with', () => {
    const other = line.replace('"n":2', '"n":3');
    expect(() => readBack(other, seal)).toThrow('another place');
  });
});

function readBack(line: string, seal: Seal | null = null): unknown {
  const bytes = Buffer.from(line);
  const parsed = parseLine(bytes, 0, bytes.length - 1);
  if (parsed.what !== 'commit') throw new Error(`it is ${parsed.what}`);
  return lineCommit(parsed, seal);
}

describe('a line made in steps', () => {
  const many = Array.from({ length: 1_001 }, (_, at) => `tosiasia ${at} č \u2028 🙂 "`);
  const made = (...asked: Parameters<typeof journalLineSteps>) => {
    const steps = journalLineSteps(...asked);
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) return { pauses, text: step.value.toString('utf8') };
      pauses++;
    }
  };

  test('is byte for byte the line, whatever the number and the order of its members', () => {
    for (const facts of [many.slice(0, 1), many.slice(0, 250), many.slice(0, 251), many]) {
      for (const commit of [
        { seq: 7, cmd: 'a', kind: 'say', facts },
        { facts, seq: 7, cmd: 'ä', left: undefined },
        { seq: 7, facts },
      ]) {
        expect(made(commit).text).toBe(journalLine(commit));
        expect(made(commit, 3).text).toBe(journalLine(commit, 3));
      }
    }
  });

  test('stops on the way when there is much to write, and not when there is little', () => {
    expect(made(tallyCommit(1, 'a')).pauses).toBe(0);
    const long = many.map((fact) => fact.repeat(20));
    expect(made({ seq: 1, facts: long }).pauses).toBeGreaterThanOrEqual(4);
    expect(made({ seq: 1, facts: long }).text).toBe(journalLine({ seq: 1, facts: long }));
  });

  test('reads back under a seal', () => {
    const seal = aesSeal(createSecretKey(Buffer.alloc(32, 7)), '01K9ZZZZZZZZZZZZZZZZZZZZZZ');
    const commit = { seq: 9, cmd: 'a', kind: 'say', facts: many };
    const bytes = Buffer.from(made(commit, 9, seal).text);
    expect(lineIsSound(bytes, 0, bytes.length - 1)).toBe(true);
    const parsed = parseLine(bytes, 0, bytes.length - 1);
    expect(parsed.what === 'commit' && lineCommit(parsed, seal)).toEqual(commit);
    expect(bytes.includes('tosiasia')).toBe(false);
  });
});

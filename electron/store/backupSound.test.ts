import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { soundJournal } from './backupSound';
import { journalHead, journalLine } from './journalLine';

/** A journal of one commit whose line is `length` bytes and some. */
const longLine = (length: number) =>
  Buffer.from(
    journalHead('0123456789abcdef') + journalLine({ seq: 1, facts: ['x'.repeat(length)] }),
  );

it('a line of megabytes is checked in pieces, and other work goes on between them', async () => {
  const bytes = longLine(8 * 1024 * 1024);
  let turns = 0;
  let checked = false;
  const checking = soundJournal(bytes, 1).finally(() => {
    checked = true;
  });
  while (!checked) {
    await turn();
    turns++;
  }
  expect(await checking).toEqual({ length: bytes.length, seq: 1 });
  expect(turns).toBeGreaterThan(7);
});

it('a single flipped byte in such a line is found', async () => {
  const bytes = longLine(2 * 1024 * 1024);
  bytes[bytes.length - 100] = 0x79;
  await expect(soundJournal(bytes, 1)).rejects.toThrow('line 2 is not what was written');
});

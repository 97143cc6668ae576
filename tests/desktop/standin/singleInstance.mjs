import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Asks whoever listens there, in a process of its own because the shell wants the answer at once. */
const ASK = `
  const line = require('node:net').connect(process.argv[1], () => line.end(process.argv[2]));
  line.on('error', () => process.exit(1)).on('close', () => process.exit(0));
`;

/**
 * True for the first process of a user data folder. Any later one hands its words to the first.
 * @param {string} userData
 * @param {unknown} data what a later one hands over besides; it crosses as JSON
 * @param {(argv: string[], cwd: string, data: unknown) => void} onSecond
 */
export function becomeFirst(userData, data, onSecond) {
  const name = `nuija-${createHash('sha256').update(userData).digest('hex').slice(0, 20)}`;
  const place =
    process.platform === 'win32' ? `\\\\?\\pipe\\${name}` : join(tmpdir(), `${name}.socket`);
  const message = JSON.stringify({ argv: process.argv, cwd: process.cwd(), data });
  if (spawnSync(process.execPath, ['-e', ASK, place, message]).status === 0) return false;
  // Left over from one that was killed.
  if (process.platform !== 'win32') rmSync(place, { force: true });
  const server = createServer((line) => {
    let said = '';
    line.setEncoding('utf8').on('data', (text) => (said += text));
    line.on('end', () => {
      const { argv, cwd, data: handed } = JSON.parse(said);
      line.end();
      onSecond(argv, cwd, handed);
    });
  });
  server.listen(place).unref();
  return true;
}

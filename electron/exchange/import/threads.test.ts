import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const run = promisify(execFile);

/** Built as the program is built; Node cannot start a thread from TypeScript. */
describe('registrations read off the main thread', () => {
  const out = mkdtempSync(join(root, 'node_modules/.intake-worker-'));

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      build: {
        ssr: true,
        outDir: out,
        rolldownOptions: {
          input: { 'intake-worker': join(here, 'worker.ts'), desk: join(here, 'threads.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const inProgram = async (body: string): Promise<unknown> => {
    const program = join(out, 'program.mjs');
    const givens = `
      import { readFile } from './desk.js';
      const read = (text, signal = new AbortController().signal) =>
        readFile({ source: { name: 'x.csv', bytes: Buffer.from(text) }, remembered: {} },
          { signal, progress: () => {} })
          .then(({ rows }) => rows.length, ({ code }) => code);`;
    writeFileSync(program, `${givens}\n${body}`);
    const { stdout } = await run(process.execPath, [program], { timeout: 60_000 });
    return JSON.parse(stdout);
  };

  it('come one file after another and at once, and the program ends by itself', async () => {
    const answer = await inProgram(`
      const file = (n) => 'Nimi\\n' + Array.from({ length: n }, (_, at) => 'Eka Toka' + at).join('\\n');
      const first = [await read(file(3)), await read('%PDF-1.7'), await read(file(1200))];
      const together = await Promise.all([read(file(2)), read(file(4))]);
      console.log(JSON.stringify([...first, ...together]));`);
    expect(answer).toEqual([3, 'import.pdf', 1200, 2, 4]);
  });

  it('can be given up, and the next file is read', async () => {
    const answer = await inProgram(`
      const giveUp = new AbortController();
      const given = read('Nimi\\n' + 'Eka Toka\\n'.repeat(40000), giveUp.signal);
      giveUp.abort();
      console.log(JSON.stringify([await given, await read('Nimi\\nEka Toka\\n')]));`);
    expect(answer).toEqual(['import.givenUp', 1]);
  });
});

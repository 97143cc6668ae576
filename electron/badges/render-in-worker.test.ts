import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { DEFAULT_DESIGN } from '../../shared/badges/design';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const run = promisify(execFile);

const OPTIONS = {
  layout: 'a4-90x55',
  eventName: 'Soteuttamo',
  eventDate: '27.3.2019',
  design: DEFAULT_DESIGN,
};
const PERSON = {
  code: 'K7QX2M9RTA',
  firstName: 'Aino',
  lastName: 'Häkkinen',
  title: '',
  organisation: 'Hoivakoti Kielo',
  role: '',
  roleLabel: '',
  sector: '',
  sectorLabel: '',
};

/** Built as the program is built; Node cannot start a thread from TypeScript. */
describe('badges drawn off the main thread', () => {
  const out = mkdtempSync(join(root, 'node_modules/.badge-worker-'));

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      build: {
        ssr: true,
        outDir: out,
        rolldownOptions: {
          input: {
            'badge-worker': join(here, 'worker.ts'),
            desk: join(here, 'render-in-worker.ts'),
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    });
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const inProgram = async (body: string): Promise<unknown> => {
    const program = join(out, 'program.mjs');
    const givens = `const options = ${JSON.stringify(OPTIONS)}; const person = ${JSON.stringify(PERSON)};`;
    writeFileSync(
      program,
      `import { renderInWorker, testSheetInWorker } from './desk.js';\n${givens}\n${body}`,
    );
    const { stdout } = await run(process.execPath, [program], { timeout: 60_000 });
    return JSON.parse(stdout);
  };

  it('answers every call with its own PDF, and the program ends by itself afterwards', async () => {
    const answer = await inProgram(`
      const jobs = [1, 11, 2].map((n) => renderInWorker(Array(n).fill(person), options));
      const done = await Promise.all(jobs);
      console.log(JSON.stringify(done.map(({ pdf, badges, pages }) =>
        [Buffer.from(pdf.subarray(0, 5)).toString(), badges, pages])));`);
    expect(answer).toEqual([
      ['%PDF-', 1, 1],
      ['%PDF-', 11, 2],
      ['%PDF-', 2, 1],
    ]);
  });

  it('hands a refusal over with its reason, and draws the next job', async () => {
    const answer = await inProgram(`
      const refused = await renderInWorker([], options).catch(({ name, reason }) => ({ name, reason }));
      const { badges } = await renderInWorker([person], options);
      console.log(JSON.stringify({ refused, badges }));`);
    expect(answer).toEqual({ refused: { name: 'BadgeRefusal', reason: 'nobody' }, badges: 1 });
  });

  it('gives up what is not wanted any more, tells how far the next job is, and draws test sheets', async () => {
    const answer = await inProgram(`
      const many = Array(300).fill(person);
      const seen = [];
      const at = (done, of) => { seen.push([done, of]); };
      const givenUp = { signal: AbortSignal.abort(), at: () => {} };
      const { reason } = await renderInWorker(many, options, givenUp).catch((error) => error);
      const { badges } = await renderInWorker(many, options, { signal: new AbortController().signal, at });
      const sheet = await testSheetInWorker({ layout: 'a4-a7-duplex' });
      console.log(JSON.stringify({ reason, badges, first: seen[0], last: seen.at(-1), pages: sheet.pages }));`);
    expect(answer).toEqual({
      reason: 'given-up',
      badges: 300,
      first: [25, 300],
      last: [300, 300],
      pages: 2,
    });
  });

  it('leaves the main thread free while it draws', async () => {
    const answer = await inProgram(`
      await renderInWorker([person], options);
      let ticks = 0;
      const timer = setInterval(() => { ticks += 1; }, 1);
      const people = Array.from({ length: 300 }, (_, n) => ({ ...person, code: 'C' + n }));
      await renderInWorker(people, options);
      clearInterval(timer);
      console.log(JSON.stringify(ticks > 5));`);
    expect(answer).toBe(true);
  });
});

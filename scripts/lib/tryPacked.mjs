import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { runTool } from './run.mjs';

/** One after the other on one data folder; `EVENT` is the sample event. */
const DEEDS = [
  ['commands', '--json'],
  ['export', '--event', 'EVENT', '--format', 'xlsx', '--out', 'people.xlsx'],
  ['import', 'people.xlsx', '--event', 'EVENT', '--dry-run'],
  ['badges', '--event', 'EVENT', '--layout', 'a4-90x55', '--out', 'badges.pdf'],
  ['export', '--event', 'EVENT', '--format', 'json', '--out', 'event.nuija'],
  ['verify'],
];

/**
 * Takes an app.asar apart in a folder of its own and has its command line work there: whatever was left
 * out of the package and is needed after all is missed here. Answers what went wrong, in words.
 */
export async function tryPacked(asar) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nuija-packed-'));
  const app = path.join(folder, 'app');
  const data = path.join(folder, 'data');
  const env = { NODE_PATH: '', NUIJA_DATA: data, INIT_CWD: folder };
  const nuija = async (words) => {
    const { code, output } = await runTool(path.join(app, 'out/main/cli.js'), words, { env });
    return { code, output: output.trim() };
  };
  try {
    extractAll(asar, app);
    const made = await nuija(['demo', '--json']);
    if (made.code !== 0) return [`demo: ${made.output}`];
    const { event } = JSON.parse(made.output);
    const trouble = [];
    for (const deed of DEEDS) {
      const words = deed.map((word) => {
        if (word === 'EVENT') return event;
        return /\.(xlsx|pdf|nuija)$/.test(word) ? path.join(folder, word) : word;
      });
      const { code, output } = await nuija(words);
      if (code !== 0) trouble.push(`${deed.join(' ')}: ${output}`);
    }
    return trouble;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

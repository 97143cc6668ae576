import { parseArgs } from 'node:util';
import { table } from './table';
import type { Row } from './row';

/** Loaded only when asked for: a group's references would otherwise sit in memory beside another's figures. */
const groups: Record<string, () => Promise<Row[]>> = {
  store: async () => (await import('./store/store.bench')).storeRows(),
  search: async () => (await import('./search/search.bench')).searchRows(),
  browser: async () => (await import('./browser/browser.bench')).browserRows(),
  import: async () => (await import('./import/import.bench')).importRows(),
  stage: async () => (await import('./stage/stage.bench')).stageRows(),
  badge: async () => (await import('./badges/badges.bench')).badgeRows(),
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const only = values.only.toLowerCase();

/** The groups that `--only` names; all of them when it names a row without its group. */
const named = Object.keys(groups).filter((group) => only.includes(group));
const asked = named.length > 0 ? named : Object.keys(groups);

const rows: Row[] = [];
for (const group of asked) {
  const measured = (await groups[group]?.()) ?? [];
  rows.push(...measured.filter((row) => group === only || row.name.toLowerCase().includes(only)));
}

if (rows.length === 0) {
  process.stderr.write(`No benchmark has "${values.only}" in its name.\n`);
  process.exitCode = 1;
}
process.stdout.write(`${values.json ? JSON.stringify(rows) : table(rows)}\n`);

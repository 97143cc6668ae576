import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as eventStore from '../../electron/store/eventStore';
import type { Subject } from '../../electron/store/simulated/life';

type StoreModule = typeof eventStore;

const STORE = join(import.meta.dirname, '../../electron/store');
const MUTANTS = join(import.meta.dirname, '../../test-results', `mutants-${process.pid}`);
const WHOLE = 'eventStore.ts';

/** A place in the store's source and what is put there instead. */
export interface Cut {
  /** File in electron/store. */
  file: string;
  from: string;
  to: string;
}

/** The store with some of its source replaced; throws when a text to be replaced is not there exactly once. */
export async function mutant(name: string, cuts: readonly Cut[]): Promise<Subject> {
  const folder = join(MUTANTS, name.replace(/[^a-z0-9]+/gi, '-'));
  const sources = new Map<string, string>();
  collect(WHOLE, sources);
  for (const { file, from, to } of cuts) {
    const source = sources.get(file) ?? '';
    const found = source.split(from).length - 1;
    if (found !== 1) {
      throw new Error(`${file} holds ${found} times what "${name}" breaks, not once: ${from}`);
    }
    sources.set(
      file,
      source.replace(from, () => to),
    );
  }
  const touched = dependants(sources, new Set(cuts.map(({ file }) => file)));
  for (const file of touched) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withImports(sources.get(file) ?? '', file, touched));
  }
  const url = pathToFileURL(join(folder, WHOLE)).href;
  const { openEventStore }: StoreModule = await import(/* @vite-ignore */ url);
  return { open: openEventStore };
}

/** Takes the copies away. */
export function clearMutants(): void {
  rmSync(MUTANTS, { recursive: true, force: true });
}

const IMPORT = /from '(\.[^']*)'/g;

const imported = (source: string, file: string) =>
  [...source.matchAll(IMPORT)].map(([, path = '']) => `${join(dirname(file), path)}.ts`);

function collect(file: string, sources: Map<string, string>): void {
  if (sources.has(file)) return;
  const source = readFileSync(join(STORE, file), 'utf8');
  sources.set(file, source);
  for (const each of imported(source, file)) collect(each, sources);
}

/** The files that are changed, and those that reach them. */
function dependants(sources: ReadonlyMap<string, string>, changed: ReadonlySet<string>) {
  const touched = new Set(changed);
  for (let size = -1; size !== touched.size;) {
    size = touched.size;
    for (const [file, source] of sources) {
      if (imported(source, file).some((each) => touched.has(each))) touched.add(file);
    }
  }
  return touched;
}

/** What is not touched is taken from the store itself. */
function withImports(source: string, file: string, touched: ReadonlySet<string>): string {
  return source.replace(IMPORT, (text, path: string) => {
    const target = join(dirname(file), path);
    return touched.has(`${target}.ts`) ? text : `from '${join(STORE, target)}'`;
  });
}

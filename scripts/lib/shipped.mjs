import { readFileSync, readdirSync } from 'node:fs';
import { at } from './root.mjs';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The built programs of the Node side as one text. */
function builtText(folder = at('out/main')) {
  const programs = readdirSync(folder).filter((name) => name.endsWith('.js'));
  if (programs.length === 0) throw new Error(`There is no built program in ${folder}.`);
  return programs.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
}

/** Which of these packages a built program loads when it runs; what else it names is bundled into it. */
export function loadedBy(text, names) {
  return names.filter((name) => {
    const plain = name.replaceAll('/', '\\/');
    const statement = `^(?:import|export)\\b[^\\n]*?"${plain}["/]`;
    const call = `\\b(?:import|require|resolve)\\(\\s*["'\`]${plain}["'\`/]`;
    // Fonts are found by a name that is put together: `@scope/${'package/weight/file.ttf'}`.
    // Those of @fontsource are woff2, and in the built pages already.
    if (name.startsWith('@fontsource/')) return new RegExp(`${statement}|${call}`, 'm').test(text);
    const font = `["'\`/]${plain.split('\\/').at(-1)}\\/[^"'\`]*\\.ttf\\b`;
    return new RegExp(`${statement}|${call}|${font}`, 'm').test(text);
  });
}

/** Where `name` is found by a package at `place`, as Node looks for it. */
function resolved(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const found = `${from ? `${from}/` : ''}node_modules/${name}`;
    if (packages[found]) return found;
    if (from === '') return undefined;
  }
}

/** The places in node_modules that the installed program needs when it runs: `roots` and what they need. */
export function closure(packages, roots) {
  const needed = new Set();
  const visit = (place) => {
    if (!place || needed.has(place)) return;
    needed.add(place);
    const { dependencies = {}, optionalDependencies = {} } = packages[place];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      visit(resolved(packages, place, name));
    }
  };
  for (const name of roots) visit(resolved(packages, '', name));
  return needed;
}

/** Weights of the fonts that a built program names, for instance `400Regular`. */
const weightsIn = (text) => new Set(text.match(/\b\d{3}[A-Z][A-Za-z_]*(?=\/NotoSans)/g));

/**
 * What of node_modules stays out of the installed program, as patterns of electron-builder: everything
 * that is bundled already, and the weights of the fonts that nothing is set in.
 */
export function leftOut(lock = json(at('package-lock.json')), text = builtText()) {
  const { packages } = lock;
  const dependencies = Object.keys(packages[''].dependencies);
  const needed = closure(packages, loadedBy(text, dependencies));
  const nameOf = (place) =>
    place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  // electron-builder may put a package elsewhere than npm has it, so they go by name.
  const names = new Set([...needed].map(nameOf));
  const places = [...new Set(Object.keys(packages).filter(Boolean).map(nameOf))]
    .filter((name) => !names.has(name))
    .map((name) => `!**/node_modules/${name}/**`);
  const weights = weightsIn(text);
  const fonts = [...needed]
    .filter((place) => place.startsWith('node_modules/@expo-google-fonts/'))
    .flatMap((place) => readdirSync(at(place)).map((name) => ({ place, name })))
    .filter(({ name }) => /^\d{3}[A-Z]/.test(name) && !weights.has(name))
    .map(({ place, name }) => `!${place}/${name}/**`);
  return [...places, ...fonts];
}

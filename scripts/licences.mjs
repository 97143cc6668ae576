/**
 * `npm run licences`: writes THIRD-PARTY-LICENSES.md, the licence of everything that is shipped
 * with Nuija. `-- --check` writes nothing and fails when the file is out of date or when a licence
 * is not one of those allowed.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed } from './lib/allowedLicences.mjs';
import { installPackages } from './lib/install.mjs';
import { at } from './lib/root.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';

const target = at('THIRD-PARTY-LICENSES.md');

/** Development packages whose program is nevertheless part of the installed application. */
const shippedAnyway = ['node_modules/electron'];

const json = (...parts) => JSON.parse(readFileSync(path.join(...parts), 'utf8'));

/** Where the packages are that ship: what dependencies need, on every platform. */
function shippedPlaces() {
  return Object.entries(json(at('package-lock.json')).packages)
    .filter(
      ([place, one]) => place !== '' && !one.dev && !one.devOptional && !one.optional && !one.peer,
    )
    .map(([place]) => place)
    .concat(shippedAnyway);
}

function licenceTexts(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice|ofl)([._-]|$)/i.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** A package that names no licence but carries the text of one. */
function licenceByText(texts) {
  const isMit = (text) => /Permission is hereby granted, free of charge, to any person/.test(text);
  return texts.some(isMit) ? 'MIT' : undefined;
}

function shipped(place) {
  const folder = at(place);
  const { name, version, license } = json(folder, 'package.json');
  const texts = licenceTexts(folder);
  return { name, version, licence: license ?? licenceByText(texts) ?? 'unknown', texts };
}

function chapter({ name, version, licence, texts }) {
  const body = texts.map((text) => `\`\`\`\`text\n${text}\n\`\`\`\``).join('\n\n');
  return `## ${name} ${version}\n\nLicence: ${licence}\n\n${body || 'No licence text is included.'}\n`;
}

function wholeFile() {
  const seen = new Map();
  for (const one of shippedPlaces().map(shipped)) seen.set(`${one.name} ${one.version}`, one);
  const all = [...seen.values()].sort((a, b) => (chapter(a) < chapter(b) ? -1 : 1));
  const refused = all.filter((one) => !isAllowed(one.licence));
  if (refused.length > 0) {
    const list = refused.map((one) => `${one.name} ${one.version}: ${one.licence}`).join('\n');
    throw new StepFailed(`These licences are not among those allowed:\n${list}`);
  }
  return `# Third-party licences

Nuija is made with the work of others, listed here with their licences. The desktop application
also contains Chromium and Node.js as part of Electron; their licences are in the file
LICENSES.chromium.html beside the program. Written by \`npm run licences\`.

${all.map(chapter).join('\n')}`;
}

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  const wanted = wholeFile();
  if (!process.argv.includes('--check')) {
    writeFileSync(target, wanted);
    tell.line(`THIRD-PARTY-LICENSES.md names ${wanted.match(/^Licence: /gm).length} packages.`);
    return;
  }
  let there = '';
  try {
    there = readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (there !== wanted) {
    throw new StepFailed('THIRD-PARTY-LICENSES.md is out of date: run `npm run licences`.');
  }
});

/**
 * `npm test`: installs what is missing (packages, a browser, the system's tools), then types,
 * lint, licences, build, the tests in Node and the tests in a browser. The last line counts them
 * all: `N passed, N failed, N skipped`.
 */
import { rmSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { haveChromium } from './lib/chromium.mjs';
import { installSystemPackage } from './lib/debian.mjs';
import { haveElectron } from './lib/electron.mjs';
import { installPackages } from './lib/install.mjs';
import { countOf, fromPlaywright, fromVitest, lastLine } from './lib/reports.mjs';
import { at, tool } from './lib/root.mjs';
import { runTool } from './lib/run.mjs';
import { StepFailed, teller } from './lib/say.mjs';
import { which } from './lib/which.mjs';

const tell = teller();
const counts = [];

/** A step without tests of its own counts as one; what it said is shown when it fails. */
async function counted(work) {
  try {
    await work();
    counts.push(countOf({ passed: 1 }));
    return true;
  } catch (error) {
    counts.push(countOf({ failed: 1 }));
    tell.line(error instanceof StepFailed ? error.message : String(error.stack));
    return false;
  }
}

const check = (name, work) => counted(() => tell.step(name, work));

/** Fails a check with what the tool said. */
async function pass(file, args) {
  const { code, output } = await runTool(file, args);
  if (code !== 0) throw new StepFailed(output.trim());
}

/** Runs a test runner with its output shown, and counts from the report it leaves. */
async function suite(name, file, args, report, read, env) {
  rmSync(report, { force: true });
  tell.line(`· ${name} …`);
  const from = performance.now();
  const { code } = await runTool(file, args, { env, output: 'shown' });
  const count = read(report, code);
  counts.push(count);
  const mark = count.failed === 0 ? '✓' : '✗';
  tell.line(`${mark} ${name}  ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function systemTools() {
  for (const [program, name] of [
    ['pdftotext', 'poppler-utils'],
    ['faketime', 'faketime'],
    // The server's own programs are on no path; this one comes with them.
    ['pg_lsclusters', 'postgresql'],
  ]) {
    if (!which(program) && !(await installSystemPackage(tell, name))) {
      tell.line(`${program} is not installed here: the tests that need it say so and are skipped.`);
    }
  }
}

async function everything() {
  const chromium = await haveChromium(tell);
  const electron = await haveElectron(tell);
  await systemTools();
  const env = {
    ...(chromium && { NUIJA_CHROMIUM: chromium }),
    ...(electron && { NUIJA_ELECTRON: electron }),
  };

  await check('types', () => pass(tool.tsc, ['--noEmit', '--project', at('.')]));
  await check('lint', async () => {
    await pass(tool.oxlint, []);
    await pass(tool.oxfmt, ['--check']);
  });
  await check('licences', () => pass(at('scripts/licences.mjs'), ['--check']));
  const built = await counted(() => build(tell));

  const node = at('test-results/vitest.json');
  const nodeArgs = ['run', '--reporter=default', '--reporter=./scripts/lib/vitestCount.mjs'];
  const nodeEnv = { ...env, NUIJA_UNIT_REPORT: node };
  await suite('tests in Node', tool.vitest, nodeArgs, node, fromVitest, nodeEnv);

  const browser = at('test-results/playwright.json');
  if (!built || !chromium) {
    const why = built ? 'there is no Chromium to run them in' : 'the build did not succeed';
    tell.line(`✗ tests in the browser: ${why}.`);
    counts.push(countOf({ failed: 1 }));
    return;
  }
  const e2eEnv = { ...env, NUIJA_E2E_REPORT: browser };
  await suite('tests in the browser', tool.playwright, ['test'], browser, fromPlaywright, e2eEnv);
}

const from = performance.now();
let installed = true;
try {
  await installPackages(tell);
} catch (error) {
  installed = await counted(() => Promise.reject(error));
}
if (installed) await everything();
for (const { title, reason } of counts.flatMap((one) => one.skips)) {
  tell.line(`skipped: ${title}${reason ? ` (${reason})` : ''}`);
}
for (const title of counts.flatMap((one) => one.secondTries)) {
  tell.line(`passed only on the second try: ${title}`);
}
tell.line(`In ${Math.round((performance.now() - from) / 1000)} s.`);
const { line, failed } = lastLine(counts);
tell.line(line);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * `npm run pack [-- electron-builder's words]`: builds Nuija anew and packages it for this system into
 * dist/: installer and portable program on Windows, a dmg on macOS, AppImage and deb on Linux.
 * `-- --trial` packages a made-up Electron instead, without installers: it shows what goes in, and can
 * never be started.
 */
import { rmSync } from 'node:fs';
import { installPackages } from './lib/install.mjs';
import { makeUpElectron } from './lib/madeUpElectron.mjs';
import { at, tool } from './lib/root.mjs';
import { runTool } from './lib/run.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';
import { whyNotPackaged, withoutStack } from './lib/whyNotPackaged.mjs';

const given = process.argv.slice(2);
const trial = given.includes('--trial');
const words = given.filter((word) => word !== '--trial');

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  // Always anew: the day of the last commit is written into it.
  await tell.step('build', async () => {
    rmSync(at('out/.stamp'), { force: true });
    const env = { NODE_ENV: 'production' };
    const { code, output } = await runTool(tool.electronVite, ['build'], { env });
    if (code !== 0) throw new StepFailed(`The build did not succeed:\n${output.trim()}`);
  });
  const made = trial ? makeUpElectron() : undefined;
  try {
    const env = {
      ELECTRON_SKIP_BINARY_DOWNLOAD: '',
      ...(made && { NUIJA_ELECTRON_DIST: made.folder }),
    };
    const args = ['--config', at('electron-builder.config.mjs'), '--publish', 'never', ...words];
    const only = trial ? ['--dir', '--linux', `-c.directories.output=${at('dist/trial')}`] : [];
    const { code, output } = await tell.step('package', (detail) =>
      runTool(tool.electronBuilder, [...args, ...only], { env, onLine: detail }),
    );
    tell.line(withoutStack(output));
    if (code !== 0) throw new StepFailed(whyNotPackaged(output));
  } finally {
    made?.remove();
  }
  const folder = at(trial ? 'dist/trial' : 'dist');
  const { code } = await runTool(at('scripts/packCheck.mjs'), [folder], { output: 'shown' });
  if (code !== 0) throw new StepFailed('What was packaged is not as it should be.');
  if (trial) tell.line('This was a trial with a made-up Electron: it cannot be started.');
});

/**
 * `npm run icons`: draws resources/icons/nuija.svg in the sizes and containers that the systems want.
 * The results are kept in the repository; run it after changing the drawing.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { haveChromium } from './lib/chromium.mjs';
import { icns, ico } from './lib/iconFiles.mjs';
import { installPackages } from './lib/install.mjs';
import { at } from './lib/root.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = at('resources/icons');

/** The drawing as PNGs, drawn by Chromium: size → bytes. */
async function drawn(program) {
  const { chromium } = await import('@playwright/test');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: program, args });
  try {
    const page = await browser.newPage();
    const svg = readFileSync(`${folder}/nuija.svg`, 'utf8');
    const pictures = new Map();
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      const style = `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>`;
      await page.setContent(style + svg);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  const program = await haveChromium(tell);
  if (!program) throw new StepFailed('There is no Chromium here to draw the icons with.');
  const pictures = await drawn(program);
  rmSync(`${folder}/linux`, { recursive: true, force: true });
  mkdirSync(`${folder}/linux`, { recursive: true });
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    writeFileSync(`${folder}/linux/${size}x${size}.png`, pictures.get(size));
  }
  writeFileSync(`${folder}/nuija.ico`, ico(pictures, [16, 24, 32, 48, 64, 128, 256]));
  writeFileSync(`${folder}/nuija.icns`, icns(pictures));
  tell.line('The icons are drawn.');
});

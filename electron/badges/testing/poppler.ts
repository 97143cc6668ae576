import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why tests that look at the PDF itself cannot run here; undefined when they can. */
export const noPoppler = ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'].some(
  (tool) => spawnSync(tool, ['-v']).error,
)
  ? 'pdftotext, pdftoppm, pdfinfo and pdffonts (poppler) are not on the PATH'
  : undefined;

/** A test title that says, when it is skipped, why. */
export function needsPoppler(title: string): string {
  return noPoppler ? `${title} (skipped: ${noPoppler})` : title;
}

/** A word as pdftotext finds it; pt from the page's upper left corner. */
export interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A page in grey, 0 black – 255 white, row after row. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-badges-'));
  try {
    const file = join(folder, 'badges.pdf');
    writeFileSync(file, pdf);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MARKUP: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of every page with their boxes. */
export function wordsOf(pdf: Uint8Array): Word[][] {
  const xml = withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const words = page.matchAll(
        /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gu,
      );
      return Array.from(words, ([, left, top, right, bottom, text = '']) => ({
        text: text.replace(/&(\w+);/gu, (whole, name: string) => MARKUP[name] ?? whole),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }));
    });
}

/** The pages, up to the `last`-th, as pictures. */
export function picturesOf(pdf: Uint8Array, dpi: number, last = 1000): Picture[] {
  return withFile(pdf, (file, folder) => {
    execFileSync('pdftoppm', [
      '-r',
      String(dpi),
      '-l',
      String(last),
      '-gray',
      file,
      join(folder, 'page'),
    ]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => greyMap(readFileSync(join(folder, name))));
  });
}

function greyMap(file: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.subarray(0, 64).toString('latin1'));
  if (!header) throw new Error('pdftoppm wrote something else than an 8-bit grey map.');
  const [all, width, height] = header;
  return {
    width: Number(width),
    height: Number(height),
    grey: new Uint8Array(file.subarray(all.length)),
  };
}

/** What pdfinfo or pdffonts prints. */
export function reportOf(
  tool: 'pdfinfo' | 'pdffonts',
  pdf: Uint8Array,
  options: readonly string[] = [],
): string {
  return withFile(pdf, (file) => execFileSync(tool, [...options, file], { encoding: 'utf8' }));
}

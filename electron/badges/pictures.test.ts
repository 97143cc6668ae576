import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BadgePerson } from './badge';
import { renderBadges } from './render';
import { renderTestSheet } from './test-sheet';
import { OPTIONS, PERSON } from './testing/people';
import { fromPng, toPng } from './testing/png';
import { needsPoppler, noPoppler, picturesOf, type Picture } from './testing/poppler';

/**
 * Badges beside pictures of them that somebody has looked at. They are compared in blocks, so that
 * another version of poppler may smooth letters in its own way. `NUIJA_PICTURES=keep` takes new ones.
 */
const KEPT = join(import.meta.dirname, 'testing/pictures');
const DPI = 60;
const BLOCK = 6;

/** The mean grey of each block, 0–255. */
function blocksOf({ width, height, grey }: Picture): number[] {
  const blocks: number[] = [];
  for (let top = 0; top + BLOCK <= height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      let sum = 0;
      for (let y = top; y < top + BLOCK; y += 1) {
        for (let x = left; x < left + BLOCK; x += 1) sum += grey[y * width + x] ?? 255;
      }
      blocks.push(sum / BLOCK ** 2);
    }
  }
  return blocks;
}

const SPEAKER: BadgePerson = { ...PERSON, role: 'speaker', roleLabel: 'Puhuja' };
const badge = async (layout: string, person: BadgePerson) =>
  (await renderBadges([person], { ...OPTIONS, layout })).pdf;

const PICTURES: [string, () => Promise<Uint8Array>][] = [
  ['label', () => badge('label-62x100', SPEAKER)],
  [
    'long-names',
    () =>
      badge('card-a6', {
        ...SPEAKER,
        firstName: 'Maria Magdalena Elisabet',
        lastName: 'Näkkäläjärvi-Huhtanen',
        organisation: 'Lappeenrannan–Lahden teknillinen yliopisto LUT, Kauppakorkeakoulu',
      }),
  ],
  [
    'right-to-left',
    () => badge('zebra-100x60', { ...PERSON, firstName: 'محمد علي', lastName: 'בן-דוד (Cohen)' }),
  ],
  ['test-sheet', async () => (await renderTestSheet({ layout: 'card-a6-fold' })).pdf],
];

describe.skipIf(noPoppler)(needsPoppler('a badge on paper'), () => {
  it.each(PICTURES)('looks as in the picture kept of it: %s', async (name, draw) => {
    const [now] = picturesOf(await draw(), DPI, 1);
    if (!now) throw new Error('no page');
    const file = join(KEPT, `${name}.png`);
    if (process.env['NUIJA_PICTURES'] === 'keep') writeFileSync(file, toPng(now));
    expect(existsSync(file), `there is no ${file}`).toBe(true);
    const kept = fromPng(readFileSync(file));
    expect([now.width, now.height]).toEqual([kept.width, kept.height]);
    const seen = blocksOf(now);
    const off = blocksOf(kept).map((grey, index) => Math.abs(grey - (seen[index] ?? 0)));
    expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(1.5);
    expect(Math.max(...off)).toBeLessThan(45);
  });
});

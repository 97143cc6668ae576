import type { BadgeOptions, BadgePerson } from '../../../electron/badges/badge';
import { renderBadges } from '../../../electron/badges/render';
import { DEFAULT_DESIGN } from '../../../shared/badges/design';
import type { Row } from '../row';
import { pdfLibBadges } from './pdf-lib-badges';

const OPTIONS: BadgeOptions = {
  layout: 'a4-90x55',
  eventName: 'Etelä-Karjalan Soteuttamo',
  eventDate: '27.3.2019',
  design: DEFAULT_DESIGN,
};
const FIRST =
  'Aino Märta Juha Riikka Leena Terhi Åke Ánne-Máret Ville Päivi Laura Bo Anna-Liisa'.split(' ');
const LAST =
  'Häkkinen Näkkäläjärvi Huhtanen-Pitkänen Lindén Ojanen Salonen Aho Peuhkuri Wąż Hyrylä Ruohio'.split(
    ' ',
  );
const TITLES = [
  'sairaanhoitaja',
  'toiminnanjohtaja',
  'rahoitusasiantuntija',
  'yrittäjä',
  'palvelupäällikkö',
];
const ORGANISATIONS = [
  'Etelä-Karjalan hyvinvointialue',
  'Hoivakoti Kielo Oy',
  'Saimaan Hoivayrittäjät ry',
  'Lappeenrannan kaupunki',
  'LAB-ammattikorkeakoulu',
  'Kainuun ELY-keskus',
];

/** A hall of speakers, so that every badge has all its parts; codes differ from round to round. */
function hall(count: number, round: number): BadgePerson[] {
  const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  return Array.from({ length: count }, (_, index) => ({
    code: `K${round}${(index + 1).toString(36).toUpperCase().padStart(3, '0')}Q7XM2`,
    firstName: pick(FIRST, index),
    lastName: pick(LAST, index * 7),
    title: pick(TITLES, index * 3),
    organisation: pick(ORGANISATIONS, index * 5),
    role: 'speaker',
    roleLabel: 'Puhuja',
    sector: 'private',
    sectorLabel: 'Yksityinen',
  }));
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Rounds of both, one after the other, so that a busy moment of the machine hits them alike. */
async function sideBySide(count: number, rounds: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  let [ourSize, theirSize] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const people = hall(count, round);
    let from = performance.now();
    ourSize = (await renderBadges(people, OPTIONS)).pdf.byteLength / 1000;
    ours.push(performance.now() - from);
    from = performance.now();
    theirSize = (await pdfLibBadges(people, OPTIONS)).byteLength / 1000;
    theirs.push(performance.now() - from);
  }
  return { ours: median(ours), theirs: median(theirs), ourSize, theirSize };
}

/** Badges: speed and size beside pdf-lib, and the one badge that is printed at check-in. */
export async function badgeRows(): Promise<Row[]> {
  await renderBadges(hall(1, 9), OPTIONS);
  const { ours, theirs, ourSize, theirSize } = await sideBySide(300, 5);
  const single: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const people = hall(round + 1, 8).slice(-1);
    const from = performance.now();
    await renderBadges(people, OPTIONS);
    single.push(performance.now() - from);
  }
  const one = median(single);
  const before = process.memoryUsage().rss;
  await renderBadges(hall(2_000, 7), OPTIONS);
  const grown = (process.memoryUsage().rss - before) / 1_000_000;
  return [
    {
      name: '300 badges, A4 2×5, two TTF fonts, vector QR',
      unit: 'ms',
      value: ours,
      reference: { name: 'pdf-lib', value: theirs },
      ratio: ours / theirs,
      reach: '≥ 4 × faster than pdf-lib',
      holds: ours * 4 <= theirs,
    },
    {
      name: '300 badges, size of the file',
      unit: 'kB',
      value: ourSize,
      reference: { name: 'pdf-lib', value: theirSize },
      ratio: ourSize / theirSize,
      reach: 'at most half of pdf-lib’s',
      holds: ourSize * 2 <= theirSize,
    },
    {
      name: 'one badge at check-in, warm',
      unit: 'ms',
      value: one,
      p99: single.toSorted((a, b) => a - b)[98],
      reach: 'PDF ready ≤ 80 ms',
      holds: one <= 80,
    },
    {
      name: 'memory that 2,000 badges take beyond 300',
      unit: 'MB',
      value: grown,
      reach: '≤ 64 MB',
      holds: grown <= 64,
    },
  ];
}

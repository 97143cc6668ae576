import PDFDocument from 'pdfkit';
import { BadgeRefusal } from './badge';
import type { BadgeOptions, BadgePerson, BadgeWarning, DrawWork, RenderedBadges } from './badge';
import { drawCutMarks } from './cut-marks';
import { composerFor } from './composer';
import { drawItems } from './draw';
import { MM } from './face';
import { badgeFont } from './fonts';
import { inkFromHex } from './ink';
import type { Item } from './items';
import type { DrawnLogo } from './logo';
import { layoutFor, type BadgeLayout } from './layout';
import { backSpot, frontSpot, outOfReach, places, type Place, type Spot } from './sheet';

/** After so many badges the worker hears whether it is still wanted. */
const AT_ONCE = 25;

/**
 * Draws badges onto the pages of a layout, in the order of `people`; behind each page of a two-sided
 * layout comes the page of its backs.
 * Nobody is left out: what could not be set as it should be is drawn as far as it can be, and named
 * in `warnings`. Warnings about what all badges share come once and have no code.
 * @throws BadgeRefusal when there is nobody, no such layout, size, place or colour, or `given-up`.
 */
export async function renderBadges(
  people: readonly BadgePerson[],
  options: BadgeOptions,
  work?: DrawWork,
): Promise<RenderedBadges> {
  const layout = layoutFor(options);
  check(people, options);
  const onPages = byPage(people, places(layout, people.length, options.start));
  const doc = newDocument(layout, options.eventName);
  const finished = collect(doc);

  const warnings: BadgeWarning[] = [];
  warnOfOffset(layout, options, warnings);
  const { front, back, logo } = composerFor(layout, options, warnings);
  let pages = 0;
  const turnPage = () => {
    doc.addPage();
    const [right, down] = options.offset ?? [0, 0];
    doc.translate(right * MM, down * MM);
    pages += 1;
  };
  let done = 0;
  for (const onPage of onPages) {
    turnPage();
    if (options.cutMarks && layout.family !== 'label') drawCutMarks(doc, layout);
    for (const { person, place } of onPage) {
      drawAt(doc, frontSpot(layout, place), front(person), logo);
      done += 1;
      if (work && done % AT_ONCE === 0) await rest(work, done);
    }
    if (layout.back && layout.back !== 'fold') turnPage();
    if (!layout.back || !back) continue;
    for (const { place } of onPage) drawAt(doc, backSpot(layout, place), back, logo);
  }
  doc.end();
  return { pdf: await finished, badges: people.length, pages, warnings };
}

function check(people: readonly BadgePerson[], { accent }: BadgeOptions): void {
  if (people.length === 0) {
    throw new BadgeRefusal(
      'nobody',
      'There is nobody to print a badge for. Pick at least one person.',
    );
  }
  if (accent && !inkFromHex(accent)) {
    throw new BadgeRefusal(
      'bad-accent',
      `"${accent}" is not a colour. Write it as #rrggbb, for example #124a5c.`,
      { accent },
    );
  }
}

/** Who stands where, page after page; none of them is empty. */
function byPage(
  people: readonly BadgePerson[],
  spots: Iterable<Place>,
): { person: BadgePerson; place: Place }[][] {
  const pages: { person: BadgePerson; place: Place }[][] = [];
  let index = 0;
  for (const place of spots) {
    const person = people[index];
    if (!person) throw new Error(`There are more places than people, from place ${index + 1} on.`);
    (pages[place.page] ??= []).push({ person, place });
    index += 1;
  }
  return pages;
}

/** A document with pages of exactly the size of the medium; fonts `regular` and `bold` are registered. */
export function newDocument(layout: Pick<BadgeLayout, 'page'>, title: string): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [layout.page[0] * MM, layout.page[1] * MM],
    font: '',
    info: { Title: title },
  });
  doc.registerFont('regular', badgeFont('regular').source);
  doc.registerFont('bold', badgeFont('bold').source);
  return doc;
}

function warnOfOffset(layout: BadgeLayout, options: BadgeOptions, warnings: BadgeWarning[]): void {
  const beyond = options.offset ? outOfReach(layout, options.offset) : 0;
  if (beyond === 0) return;
  const detail = `${beyond.toFixed(1)} mm`;
  warnings.push({ code: '', name: options.eventName, kind: 'off-page', field: 'offset', detail });
}

function drawAt(
  doc: PDFKit.PDFDocument,
  spot: Spot,
  items: readonly Item[],
  logo: DrawnLogo | undefined,
): void {
  const [x, y] = [spot.x * MM, spot.y * MM];
  const [width, height] = [spot.width * MM, spot.height * MM];
  doc.save();
  if (spot.turn === 90) doc.transform(0, 1, -1, 0, x + width, y);
  else if (spot.turn === 180) doc.transform(-1, 0, 0, -1, x + width, y + height);
  else if (spot.turn === 270) doc.transform(0, -1, 1, 0, x, y + height);
  else doc.translate(x, y);
  drawItems(doc, items, logo);
  doc.restore();
}

/** Lets the thread hear what has been said to it, and tells how far it is. */
async function rest(work: DrawWork, done: number): Promise<void> {
  work.at(done);
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (work.signal.aborted) {
    throw new BadgeRefusal('given-up', 'The badges were given up before they were all made.');
  }
}

/** The bytes of a document once it has ended. */
export function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

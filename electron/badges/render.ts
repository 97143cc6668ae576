import { BadgeRefusal } from './badge';
import type { BadgeOptions, BadgePerson, BadgeWarning, DrawWork, RenderedBadges } from './badge';
import { drawCutMarks } from './cut-marks';
import { composerFor } from './composer';
import { drawItems } from './draw';
import { MM } from './face';
import { inkFromHex } from './ink';
import type { Item } from './items';
import type { DrawnLogo } from './logo';
import { isToBeCut, layoutFor, type BadgeLayout } from './layout';
import { atSpot, collect, newDocument } from './page';
import { backSpot, frontSpot, outOfReach, places, type Place, type Spot } from './sheet';

/** Whose badge stands where on its sheet. */
interface Placed {
  person: BadgePerson;
  place: Place;
}

/** After so many badges the worker hears whether it is still wanted. */
const AT_ONCE = 25;

/**
 * Draws badges onto the pages of a layout, in the order of `people`; behind each page of a two-sided
 * layout comes the page of its backs, unless nothing is to stand there.
 * Nobody is left out: what could not be set as it should be is drawn as far as it can be, and named
 * in `warnings`. Warnings about what all badges share come once and have no code.
 * @throws BadgeRefusal when there is nobody, no such layout, size, place or colour, or `given-up`.
 */
export async function renderBadges(
  people: readonly BadgePerson[],
  options: BadgeOptions,
  work?: DrawWork,
): Promise<RenderedBadges> {
  const layout = turnedAs(layoutFor(options), options.flip);
  check(people, options);
  const sheets = byPage(people, places(layout, people.length, options.start));
  const doc = newDocument(layout, options.eventName);
  const finished = collect(doc);

  const warnings: BadgeWarning[] = [];
  warnOfOffset(layout, options, warnings);
  const { front, back, logo } = composerFor(layout, options, warnings);
  const flip = back && layout.back !== 'fold' ? (layout.back ?? null) : null;
  let pages = 0;
  const turnPage = () => {
    doc.addPage();
    const [right, down] = options.offset ?? [0, 0];
    doc.translate(right * MM, down * MM);
    pages += 1;
  };
  const drawBacks = (onSheet: readonly Placed[]) => {
    if (!back) return;
    for (const { place } of onSheet) drawAt(doc, backSpot(layout, place), back, logo);
  };
  let done = 0;
  const drawFronts = async (onSheet: readonly Placed[]) => {
    turnPage();
    if (options.cutMarks && isToBeCut(layout)) drawCutMarks(doc, layout);
    for (const { person, place } of onSheet) {
      drawAt(doc, frontSpot(layout, place), front(person), logo);
      done += 1;
      if (work && done % AT_ONCE === 0) await rest(work, done, people.length);
    }
    if (!flip) drawBacks(onSheet);
  };
  for (const onSheet of options.lastFirst ? sheets.toReversed() : sheets) {
    if (!flip || options.only !== 'backs') await drawFronts(onSheet);
    if (!flip || options.only === 'fronts') continue;
    turnPage();
    drawBacks(onSheet);
  }
  doc.end();
  const pdf = await finished;
  const onEach = sheets.map((onSheet) => onSheet.length);
  return { pdf, badges: people.length, pages, sheets: onEach, flip, warnings };
}

/** The layout with its backs mirrored for another edge; one whose backs are not on other pages stays. */
function turnedAs(layout: BadgeLayout, flip: BadgeOptions['flip']): BadgeLayout {
  return flip && layout.back && layout.back !== 'fold' ? { ...layout, back: flip } : layout;
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
function byPage(people: readonly BadgePerson[], spots: Iterable<Place>): Placed[][] {
  const pages: Placed[][] = [];
  let index = 0;
  for (const place of spots) {
    const person = people[index];
    if (!person) throw new Error(`There are more places than people, from place ${index + 1} on.`);
    (pages[place.page] ??= []).push({ person, place });
    index += 1;
  }
  return pages;
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
  atSpot(doc, spot, () => drawItems(doc, items, logo));
}

/** Lets the thread hear what has been said to it, and tells how far it is. */
async function rest(work: DrawWork, done: number, of: number): Promise<void> {
  work.at(done, of);
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (work.signal.aborted) {
    throw new BadgeRefusal('given-up', 'The badges were given up before they were all made.');
  }
}

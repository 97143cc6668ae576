import { perPageOf } from '../../shared/badges/layout';
import type { BadgeOptions } from './badge';
import { drawItems } from './draw';
import { MM } from './face';
import { fitBlock, stackHeight, type SetBlock } from './fit';
import { BLACK } from './ink';
import { column } from './items';
import { layoutFor, type BadgeLayout } from './layout';
import { lineWidth } from './line';
import { atSpot, collect, newDocument } from './page';
import { drawCross, drawRulers } from './rulers';
import { backSpot, frontSpot, places, type Spot } from './sheet';
import { testSheetWords, type HowMuch } from './testSheetWords';

/** What a test sheet is for; `offset` as it is entered at the moment, mm to the right and down. */
export type TestSheetOptions = Pick<BadgeOptions, 'layout' | 'custom' | 'offset'>;

/** A drawn test sheet. */
export interface TestSheet {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

/** The distance that is measured by hand from either edge, mm, and that between the crosses. */
const FROM_EDGE = 20;
const SPAN = 100;
/** Sizes of the words, pt. */
const LARGEST = 9.5;
const SMALLEST = 5;
const HOW_MUCH: readonly HowMuch[] = ['all', 'most', 'least'];

/**
 * A page of a layout with rulers, the frames of all badges and crosses, which tells in three languages
 * what to measure and what to enter. Two pages where the backs are printed on the other side.
 * @throws BadgeRefusal when there is no such layout or the size cannot be used.
 */
export async function renderTestSheet(options: TestSheetOptions): Promise<TestSheet> {
  const layout = layoutFor(options);
  const doc = newDocument(layout, layout.label.en);
  const finished = collect(doc);
  const [right, down] = options.offset ?? [0, 0];
  const spots = [...places(layout, perPageOf(layout))];
  const flipped = layout.back !== undefined && layout.back !== 'fold';
  const fronts = spots.map((place) => frontSpot(layout, place));
  const backs = layout.back ? spots.map((place) => backSpot(layout, place)) : [];
  for (const frames of flipped ? [fronts, backs] : [[...fronts, ...backs]]) {
    doc.addPage();
    doc.translate(right * MM, down * MM);
    drawFrames(doc, frames, layout.safe);
    drawRulers(doc, layout.page);
    drawCross(doc, [FROM_EDGE, FROM_EDGE], 6, 0.75);
    if (hasSpan(layout)) drawCross(doc, [FROM_EDGE + SPAN, FROM_EDGE], 6, 0.75);
    drawWords(doc, layout, options.offset);
  }
  doc.end();
  return { pdf: await finished, pages: flipped ? 2 : 1 };
}

const hasSpan = ({ page }: BadgeLayout) => page[0] > FROM_EDGE + SPAN + 10;

function drawFrames(doc: PDFKit.PDFDocument, frames: readonly Spot[], safe: number): void {
  doc.save().lineWidth(0.4).addContent('0 G');
  for (const { x, y, width, height } of frames) {
    doc.rect(x * MM, y * MM, width * MM, height * MM);
  }
  doc.addContent('S 0.7 G');
  for (const { x, y, width, height } of frames) {
    doc.rect((x + safe) * MM, (y + safe) * MM, (width - 2 * safe) * MM, (height - 2 * safe) * MM);
  }
  doc.addContent('S').restore();
  for (const { x, y, width, height } of frames) {
    for (const corner of [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ] as const) {
      drawCross(doc, corner, 2, 0.4);
    }
    drawCross(doc, [x + width / 2, y + height / 2], 1, 0.25);
  }
}

/** The words on white, beside the cross and clear of the rulers; as much of them as has room. */
function drawWords(
  doc: PDFKit.PDFDocument,
  layout: BadgeLayout,
  offset: TestSheetOptions['offset'],
): void {
  const { spot, box } = wordsBox(layout);
  const [x, y, width, height] = [box.x * MM, box.y * MM, box.width * MM, box.height * MM];
  const says = { span: hasSpan(layout) ? SPAN : 0, from: FROM_EDGE, offset };
  const set = HOW_MUCH.map((much) => fit(testSheetWords(layout, says, much), width, height)).find(
    (tried) => tried !== undefined,
  );
  if (!set) throw new Error(`The words of the test sheet find no room on ${layout.name}.`);
  const items = set.flatMap(({ blocks, top }) => column(blocks, x, y + top, BLACK));
  const last = set.at(-1);
  const taken = last ? last.top + stackHeight(last.blocks) : 0;
  atSpot(doc, spot, () => {
    doc
      .addContent('1 g')
      .rect(x - 4, y - 4, width + 8, taken + 8)
      .addContent('f');
    drawItems(doc, items);
  });
}

/** A paragraph for each language with space between them, at the largest size that has room. */
function fit(
  languages: readonly (readonly string[])[],
  width: number,
  height: number,
): { blocks: SetBlock[]; top: number }[] | undefined {
  for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
    let top = 0;
    const set = languages.map((texts) => {
      const blocks = texts.map((text, index) => {
        const font = texts.length > 1 && index === 0 ? 'bold' : 'regular';
        const sizes = { largest: size, smallest: size, lines: 20 };
        return fitBlock({ text, font, ...sizes }, width, lineWidth);
      });
      const placed = { blocks, top };
      top += stackHeight(blocks) + 0.6 * size;
      return placed;
    });
    if (top - 0.6 * size <= height) return set;
  }
  return undefined;
}

/** Room for the words, mm: on a single label as it is read, else on the page. */
function wordsBox({ page, badge, turn, family, safe }: BadgeLayout): {
  spot: Spot;
  box: { x: number; y: number; width: number; height: number };
} {
  const beside = FROM_EDGE + 8;
  const [width, height] = page;
  if (family === 'label') {
    // The rulers lie along the page's upper and left edge: turned, along the label's left and lower one.
    const [above, below] = turn === 90 ? [safe, 10] : [10, safe];
    return {
      spot: { x: 0, y: 0, width, height, turn },
      box: {
        x: beside,
        y: above,
        width: badge[0] - beside - safe,
        height: badge[1] - above - below,
      },
    };
  }
  const y = FROM_EDGE + 12;
  return {
    spot: { x: 0, y: 0, width, height, turn: 0 },
    box: { x: beside, y, width: Math.min(150, width - beside - 12), height: height - y - 12 },
  };
}

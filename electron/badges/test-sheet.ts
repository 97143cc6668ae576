import { perPageOf } from '../../shared/badges/layout';
import type { BadgeOptions } from './badge';
import { drawItems } from './draw';
import { MM } from './face';
import { fitStack, type Block, type SetBlock } from './fit';
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

/** The words on white, beside the cross and clear of the rulers. */
function drawWords(
  doc: PDFKit.PDFDocument,
  layout: BadgeLayout,
  offset: TestSheetOptions['offset'],
): void {
  const { spot, box } = wordsBox(layout);
  const [width, height] = [box.width * MM, box.height * MM];
  const says = { span: hasSpan(layout) ? SPAN : 0, from: FROM_EDGE, offset };
  const set =
    HOW_MUCH.map((much) => fit(testSheetWords(layout, says, much), width, height)).find((tried) =>
      tried.every(({ dropped }) => dropped === ''),
    ) ?? [];
  atSpot(doc, spot, () => {
    const [x, y] = [box.x * MM, box.y * MM];
    doc
      .addContent('1 g')
      .rect(x - 3, y - 3, width + 6, height + 6)
      .addContent('f');
    drawItems(doc, column(set, x, y, BLACK));
  });
}

function fit(texts: readonly string[], width: number, height: number): SetBlock[] {
  const blocks = texts.map((text): Block => {
    return { text, font: 'regular', largest: 10, smallest: 5, lines: 12 };
  });
  return fitStack(blocks, width, height, lineWidth);
}

/** Room for the words, mm: on a single label as it is read, else on the page. */
function wordsBox({ page, badge, turn, family }: BadgeLayout): {
  spot: Spot;
  box: { x: number; y: number; width: number; height: number };
} {
  const [beside, edge] = [FROM_EDGE + 9, 10.5];
  if (family === 'label') {
    const [width, height] = badge;
    const spot: Spot = { x: 0, y: 0, width: page[0], height: page[1], turn };
    return {
      spot,
      box: { x: beside, y: edge, width: width - beside - 6, height: height - 2 * edge },
    };
  }
  const spot: Spot = { x: 0, y: 0, width: page[0], height: page[1], turn: 0 };
  const y = FROM_EDGE + 12;
  return {
    spot,
    box: { x: beside, y, width: page[0] - beside - 12, height: Math.min(130, page[1] - y - 12) },
  };
}

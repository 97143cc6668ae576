import type { BadgeField, BadgeWarning } from '../badge';
import { fitStack, type Block } from '../fit';
import { stackHeight } from '../heights';
import type { Ink } from '../ink';
import { drawItems } from '../draw';
import { BLACK } from '../ink';
import { column, type Item } from '../items';
import { lineWidth } from '../line';
import { drawnLogo, type DrawnLogo } from '../logo';
import { collect, newDocument } from '../page';
import { printable } from '../printable';

/** A4, mm. */
export const A4: [number, number] = [210, 297];

/** A document of A4 pages that remembers what could not be set on it. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly warnings: BadgeWarning[] = [];
  readonly #finished: Promise<Uint8Array<ArrayBuffer>>;
  readonly #logo: DrawnLogo | undefined;
  pages = 0;

  constructor(title: string, logo = '') {
    this.doc = newDocument({ page: A4 }, title);
    this.#finished = collect(this.doc);
    this.#logo = (logo && drawnLogo(logo)) || undefined;
  }

  get logoRatio(): number | undefined {
    return this.#logo?.ratio;
  }

  turn(): void {
    this.doc.addPage();
    this.pages += 1;
  }

  draw(items: readonly Item[]): void {
    drawItems(this.doc, items, this.#logo);
  }

  /** Draws with everything turned upside down about the middle of an area (pt). */
  upsideDown(width: number, height: number, draw: () => void): void {
    this.doc.save();
    this.doc.transform(-1, 0, 0, -1, width, height);
    draw();
    this.doc.restore();
  }

  /** A text that can be printed; what had to stay out is told with the name of whose paper it is. */
  clean(raw: string, whose: string, field: BadgeField): string {
    const { text, missing } = printable(raw);
    if (missing.length > 0) {
      this.warnings.push({
        code: '',
        name: whose,
        kind: 'missing-glyph',
        field,
        detail: missing.join(' '),
      });
    }
    return text;
  }

  /** Texts one under another in a box, in the middle of its width; answers their height. */
  centred(
    blocks: readonly Block[],
    [width, height]: readonly [number, number],
    whose: string,
    field: BadgeField,
  ): { items: (x: number, y: number, ink?: Ink) => Item[]; height: number } {
    const set = fitStack(blocks, width, height, lineWidth);
    for (const { dropped, broken, lines } of set) {
      const about = { code: '', name: whose, field };
      if (dropped) this.warnings.push({ ...about, kind: 'cut-short', detail: dropped });
      else if (broken) {
        this.warnings.push({ ...about, kind: 'too-long', detail: lines.join(' | ') });
      }
    }
    return {
      height: stackHeight(set),
      items: (x, y, ink = BLACK) =>
        column(set, 0, y, ink).map((item) =>
          item.kind === 'text' ? { ...item, x: x + (width - widthOf(item)) / 2 } : item,
        ),
    };
  }

  async finish(count: number) {
    this.doc.end();
    const { warnings, pages } = this;
    return { pdf: await this.#finished, pages, count, warnings };
  }
}

function widthOf({ text, size, font, stretch = 1 }: Extract<Item, { kind: 'text' }>): number {
  return stretch * lineWidth(text, size, font);
}

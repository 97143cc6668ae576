import { badgeFont } from '../badges/fonts';
import { wrap } from './drawSheet';
import type { FeedbackForm, FormQuestion } from './feedbackForm';
import { MARGIN, newPaper, PAGE } from './paper';
import { paperText } from './paperText';
import type { DrawnSheet } from './sheet';

const WIDTH = PAGE[0] - 2 * MARGIN;
const FOOT = 8.5;
const BOTTOM = PAGE[1] - MARGIN - 2 * FOOT;
const LEADING = 1.36;
const INK = '#1a1f24';
const QUIET = '#555d66';
const RULE = '#8a939b';
/** Edge of a box, pt: 6 mm, so that a thick pen hits it. */
export const BOX = 17;
const BOX_GAP = 7;
/** From one line that is written on to the next, pt: 8 mm, as in a notebook. */
const LINE = 23;
const QUESTION = 11.5;
const WORD = 11;
const SPACE = 13;

type Face = 'regular' | 'bold';
type Struct = PDFKit.PDFStructureElement;

/**
 * Sets a feedback form on A4 pages as a tagged PDF. A question stays in one piece with its boxes; boxes side by
 * side where their words fit, else below each other. Fonts are embedded.
 */
export async function drawForm(form: FeedbackForm): Promise<DrawnSheet> {
  const { doc, finished } = newPaper(`${form.title}: ${form.event}`, form.language);
  new Setting(doc, form).all();
  const { count } = doc.bufferedPageRange();
  doc.end();
  return { pdf: await finished, pages: count };
}

/** Where a box goes, pt from the left margin and from the top of its question's boxes. */
interface Placed {
  word: string;
  left: number;
  top: number;
}

/** One run through the pages; `y` is where the next thing goes, pt from the top. */
class Setting {
  #y = MARGIN;
  readonly #root: Struct;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly form: FeedbackForm,
  ) {
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  all(): void {
    const { form } = this;
    this.doc.addPage();
    this.#lines('P', form.title, 'bold', 11.5, QUIET);
    this.#lines('H1', form.event, 'bold', 17);
    this.#lines('P', form.when, 'regular', 10, QUIET);
    this.#y += 5;
    this.#lines('P', form.lead, 'bold', 10.5);
    this.#lines('P', form.noNames, 'regular', 9.5, QUIET);
    for (const question of form.questions) this.#question(question);
    this.#y += SPACE;
    if (this.#y + WORD * LEADING > BOTTOM) this.#page();
    this.#lines('P', form.closing, 'bold', WORD);
    this.#root.end();
  }

  #question({ text, boxes, lines }: FormQuestion): void {
    const placed = placedBoxes(boxes);
    const asked = wrap({ text, face: 'bold', size: QUESTION }, WIDTH).length * QUESTION * LEADING;
    const below = placed.length > 0 ? (placed.at(-1)?.top ?? 0) + BOX : lines * LINE;
    if (this.#y + SPACE + asked + 5 + below > BOTTOM) this.#page();
    else this.#y += SPACE;
    this.#lines('P', text, 'bold', QUESTION);
    this.#y += 5;
    const top = this.#y;
    for (const { word, left, top: down } of placed) this.#box(word, MARGIN + left, top + down);
    if (lines > 0) this.#writing(top, lines);
    this.#y = top + below;
  }

  #box(word: string, left: number, top: number): void {
    const element = this.doc.struct('P', {}, () => {
      this.doc.lineWidth(1.1).strokeColor(INK);
      this.doc.rect(left, top, BOX, BOX).stroke();
      const room = WIDTH - BOX - BOX_GAP;
      const [first] = wrap({ text: word, face: 'regular', size: WORD }, room);
      if (first) this.#set(first.text, 'regular', WORD, left + BOX + BOX_GAP, top + 1.5, INK);
    });
    this.#root.add(element);
    element.end();
  }

  #writing(top: number, lines: number): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.lineWidth(0.6).strokeColor(RULE);
    for (let line = 1; line <= lines; line += 1) {
      const y = top + line * LINE - 2;
      this.doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + WIDTH, y)
        .stroke();
    }
    this.doc.endMarkedContent();
  }

  #lines(type: 'H1' | 'P', raw: string, face: Face, size: number, colour = INK): void {
    const lines = wrap({ text: raw, face, size }, WIDTH);
    const top = this.#y;
    const element = this.doc.struct(type, {}, () =>
      lines.forEach(({ text }, at) =>
        this.#set(text, face, size, MARGIN, top + at * size * LEADING, colour),
      ),
    );
    this.#root.add(element);
    element.end();
    this.#y += lines.length * size * LEADING;
  }

  #set(text: string, face: Face, size: number, left: number, top: number, colour: string): void {
    this.doc.font(face, size).fillColor(colour);
    this.doc.text(paperText(text), left, top, { lineBreak: false });
  }

  #page(): void {
    this.doc.addPage();
    this.#y = MARGIN;
  }
}

/** Side by side in equal columns where the longest word fits into one, else below each other. */
function placedBoxes(words: readonly string[]): Placed[] {
  if (words.length === 0) return [];
  const widest = Math.max(
    ...words.map((word) => badgeFont('regular').width(paperText(word), WORD)),
  );
  const needed = BOX + BOX_GAP + widest + 14;
  const columns = Math.max(1, Math.min(words.length, 4, Math.floor(WIDTH / needed)));
  return words.map((word, at) => ({
    word,
    left: ((at % columns) * WIDTH) / Math.max(columns, 2),
    top: Math.floor(at / columns) * (BOX + 6),
  }));
}

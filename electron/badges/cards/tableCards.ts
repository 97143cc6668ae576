import { fitStack, type Block } from '../fit';
import { MM } from '../frame';
import { BLACK, GREY } from '../ink';
import type { Item } from '../items';
import { lineWidth } from '../line';
import type { CardPerson, DrawnCards, TableCards } from './cards';
import { A4, Paper } from './paper';

/** Free on every side of a face, mm: more than a printer leaves white. */
const SAFE = 12;
const LARGEST = { 'name-plates': 110, 'table-cards': 62 } as const;

/**
 * Cards of A4 that are folded across and stand on a table: name plates fill the sheet, of table cards
 * two are cut from it. What the hall reads stands in the lower half, what whoever sits behind the card
 * reads, and everybody who comes from there, upside down in the upper one.
 */
export async function drawTableCards(job: TableCards): Promise<DrawnCards> {
  const paper = new Paper(job.event, job.logo);
  const onPage = job.kind === 'name-plates' ? 1 : 2;
  const [width, height] = [A4[0] * MM, (A4[1] * MM) / onPage];
  for (const [at, person] of job.people.entries()) {
    const place = at % onPage;
    if (place === 0) {
      paper.turn();
      foldsOf(paper, onPage);
    }
    const face = faceOf(person, job, [width, height / 2], paper);
    paper.doc.save();
    paper.doc.translate(0, place * height);
    paper.upsideDown(width, height / 2, () => paper.draw(face));
    paper.doc.translate(0, height / 2);
    paper.draw(face);
    paper.doc.restore();
  }
  return paper.finish(job.people.length);
}

/** One side of a card: the name as large as there is room, under it what the person does and where. */
function faceOf(
  person: CardPerson,
  job: TableCards,
  [width, height]: readonly [number, number],
  paper: Paper,
): Item[] {
  const safe = SAFE * MM;
  const room = width - 2 * safe;
  const items: Item[] = [];
  const { logoRatio } = paper;
  let top = safe;
  if (logoRatio !== undefined) {
    const tall = Math.min(0.13 * height, (0.4 * room) / logoRatio);
    items.push({
      kind: 'logo',
      x: safe + room - tall * logoRatio,
      y: safe,
      width: tall * logoRatio,
      height: tall,
      grey: false,
    });
    top += tall + 2 * MM;
  }
  const largest = LARGEST[job.kind];
  const clean = (text: string) => paper.clean(text, person.name, 'firstName');
  const under: Block[] = [
    {
      text: clean(person.details),
      font: 'regular',
      largest: 0.26 * largest,
      smallest: 11,
      lines: 2,
    },
    { text: clean(person.role), font: 'bold', largest: 0.2 * largest, smallest: 10, lines: 1 },
  ];
  const small = paper.centred(
    under.filter(({ text }) => text !== ''),
    [room, 0.36 * height],
    person.name,
    'title',
  );
  const left = height - top - safe - small.height - 3 * MM;
  const block = nameBlock(clean(person.name), largest, [room, left]);
  const name = paper.centred([block], [room, left], person.name, 'firstName');
  const spare = Math.max(0, left - name.height);
  const nameTop = top + spare / 2;
  return [
    ...items,
    ...name.items(safe, nameTop, BLACK).map(unglued),
    ...small.items(safe, height - safe - small.height, GREY),
  ];
}

/** A hyphen at which no line ends. */
const GLUE = '\u2011';
/** A name that is not broken at its hyphen may be this much smaller than one that is. */
const WORTH = 0.7;

/** Two names on a line each read better than one that is broken at its hyphen, unless it gets far smaller by that. */
function nameBlock(
  text: string,
  largest: number,
  [width, height]: readonly [number, number],
): Block {
  const block: Block = { text, font: 'bold', largest, smallest: 20, lines: 2 };
  const glued = { ...block, text: text.replaceAll('-', GLUE) };
  const [free] = fitStack([block], width, height, lineWidth);
  const [whole] = fitStack([glued], width, height, lineWidth);
  const fits = whole && free && !whole.broken && !whole.dropped;
  return fits && whole.size >= WORTH * free.size ? glued : block;
}

const unglued = (item: Item): Item =>
  item.kind === 'text' ? { ...item, text: item.text.replaceAll(GLUE, '-') } : item;

/** Short lines at the edges where the sheet is folded, and between two cards where it is cut. */
function foldsOf(paper: Paper, onPage: number): void {
  const { doc } = paper;
  const [width, height] = [A4[0] * MM, A4[1] * MM];
  const dash = 6 * MM;
  doc.save().lineWidth(0.5).addContent('0.6 G');
  for (let at = 1; at < 2 * onPage; at += 1) {
    const y = (at * height) / (2 * onPage);
    const isCut = at % 2 === 0;
    for (const [from, to] of isCut
      ? [[0, width]]
      : [
          [4 * MM, 4 * MM + dash],
          [width - 4 * MM - dash, width - 4 * MM],
        ]) {
      if (from === undefined || to === undefined) continue;
      doc.moveTo(from, y).lineTo(to, y);
    }
  }
  doc.addContent('S').restore();
}

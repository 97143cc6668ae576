import type { Block } from '../fit';
import { MM } from '../frame';
import { BLACK, GREY, type Ink } from '../ink';
import type { Item } from '../items';
import type { Certificates, DrawnCards } from './cards';
import { A4, Paper } from './paper';

const SIDE = 25 * MM;

/** A page for each person: who, what, when, where, who says so, and a line to sign on. */
export async function drawCertificates(job: Certificates): Promise<DrawnCards> {
  const paper = new Paper(job.title, job.logo);
  for (const person of job.people) {
    paper.turn();
    paper.draw(pageOf(person, job, paper));
    const { doc } = paper;
    const y = 250 * MM;
    doc.save().lineWidth(0.7).addContent('0.3 G');
    doc.moveTo(A4[0] * MM - SIDE - 80 * MM, y).lineTo(A4[0] * MM - SIDE, y);
    doc.addContent('S');
    frameOf(doc);
    doc.restore();
  }
  return paper.finish(job.people.length);
}

function frameOf(doc: PDFKit.PDFDocument): void {
  const [width, height] = [A4[0] * MM, A4[1] * MM];
  doc.lineWidth(0.7).addContent('0.07 0.29 0.36 RG');
  doc.rect(12 * MM, 12 * MM, width - 24 * MM, height - 24 * MM).addContent('S');
}

function pageOf(person: Certificates['people'][number], job: Certificates, paper: Paper): Item[] {
  const width = A4[0] * MM - 2 * SIDE;
  const items: Item[] = [];
  const put = (
    text: string,
    y: number,
    height: number,
    block: Pick<Block, 'font' | 'largest' | 'lines'>,
    ink: Ink = BLACK,
  ): number => {
    const clean = paper.clean(text, person.name, 'firstName');
    if (clean === '') return y;
    const set = paper.centred(
      [{ text: clean, smallest: 9, ...block }],
      [width, height],
      person.name,
      'firstName',
    );
    items.push(...set.items(SIDE, y, ink));
    return y + set.height;
  };
  const { logoRatio } = paper;
  if (logoRatio !== undefined) {
    const height = Math.min(24 * MM, (80 * MM) / logoRatio);
    const x = (A4[0] * MM - height * logoRatio) / 2;
    items.push({ kind: 'logo', x, y: 28 * MM, width: height * logoRatio, height, grey: false });
  }
  put(job.title, 62 * MM, 24 * MM, { font: 'bold', largest: 30, lines: 1 });
  let y = put(person.name, 98 * MM, 34 * MM, { font: 'bold', largest: 34, lines: 2 });
  put(person.organisation, y + 2 * MM, 14 * MM, { font: 'regular', largest: 14, lines: 2 }, GREY);
  put(job.took, 152 * MM, 10 * MM, { font: 'regular', largest: 14, lines: 1 });
  y = put(job.event, 164 * MM, 28 * MM, { font: 'bold', largest: 22, lines: 2 });
  put(job.when, y + 3 * MM, 16 * MM, { font: 'regular', largest: 14, lines: 2 });
  if (job.organisers.names) {
    y = put(
      job.organisers.heading,
      214 * MM,
      8 * MM,
      { font: 'regular', largest: 10, lines: 1 },
      GREY,
    );
    put(job.organisers.names, y, 16 * MM, { font: 'regular', largest: 13, lines: 2 });
  }
  items.push(...signature(job.signature, paper));
  return items;
}

function signature(text: string, paper: Paper): Item[] {
  const set = paper.centred(
    [{ text, font: 'regular', largest: 9.5, smallest: 8, lines: 1 }],
    [80 * MM, 8 * MM],
    text,
    'title',
  );
  return set.items(A4[0] * MM - SIDE - 80 * MM, 251 * MM, GREY);
}

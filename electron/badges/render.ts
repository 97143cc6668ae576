import PDFDocument from 'pdfkit';
import { BadgeRefusal } from './badge';
import type { BadgeField, BadgeOptions, BadgePerson, BadgeWarning, RenderedBadges } from './badge';
import { drawCutMarks } from './cut-marks';
import { drawItems } from './draw';
import { composeFace, eventLine, MM, type Face } from './face';
import type { Measure } from './fit';
import { badgeFont } from './fonts';
import { inkFromHex } from './ink';
import { footprint, layoutFor, type BadgeLayout } from './layout';
import { printable } from './printable';
import { qrPath } from './qr';
import { outOfReach, places } from './sheet';

const TEXTS = [
  'firstName',
  'lastName',
  'title',
  'organisation',
  'roleLabel',
  'sectorLabel',
] as const satisfies readonly BadgeField[];

const measure: Measure = (text, sizePt, font) => badgeFont(font).width(text, sizePt);

/**
 * Draws badges onto the pages of a layout, in the order of `people`.
 * Nobody is left out: what could not be set as it should be is drawn as far as it can be, and named
 * in `warnings`. Warnings about the event's own line come once and have no code.
 * @throws BadgeRefusal when there is nobody, no such layout, no such place, or no such colour.
 */
export async function renderBadges(
  people: readonly BadgePerson[],
  options: BadgeOptions,
): Promise<RenderedBadges> {
  const layout = layoutFor(options);
  if (people.length === 0) {
    throw new BadgeRefusal(
      'nobody',
      'There is nobody to print a badge for. Pick at least one person.',
    );
  }
  if (options.accent && !inkFromHex(options.accent)) {
    throw new BadgeRefusal(
      'bad-accent',
      `"${options.accent}" is not a colour. Write it as #rrggbb, for example #124a5c.`,
      { accent: options.accent },
    );
  }
  const spots = [...places(layout, people.length, options.start)];
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [layout.page[0] * MM, layout.page[1] * MM],
    font: '',
    info: { Title: options.eventName },
  });
  const finished = collect(doc);
  doc.registerFont('regular', badgeFont('regular').source);
  doc.registerFont('bold', badgeFont('bold').source);

  const warnings: BadgeWarning[] = [];
  const beyond = outOfReach(layout, options.offset ?? [0, 0]);
  if (beyond > 0) {
    const detail = `${beyond.toFixed(1)} mm`;
    warnings.push({ code: '', name: options.eventName, kind: 'off-page', field: 'offset', detail });
  }
  const event = eventFace(layout, options, warnings);
  let pages = 0;
  for (const [index, person] of people.entries()) {
    const spot = spots[index];
    if (!spot) throw new Error(`No place was laid out for badge ${index + 1}.`);
    if (spot.page === pages) {
      doc.addPage();
      pages += 1;
      if (options.cutMarks && layout.family === 'sheet') drawCutMarks(doc, layout);
    }
    const face = personFace(person, event?.height ?? 0, layout, options, warnings);
    doc.save();
    const [right, down] = options.offset ?? [0, 0];
    place(doc, (spot.x + right) * MM, (spot.y + down) * MM, layout);
    drawItems(doc, [...(event?.items ?? []), ...face.items]);
    doc.restore();
  }
  doc.end();
  return { pdf: await finished, badges: people.length, pages, warnings };
}

function place(doc: PDFKit.PDFDocument, x: number, y: number, layout: BadgeLayout): void {
  if (layout.turn === 90) doc.transform(0, 1, -1, 0, x + footprint(layout)[0] * MM, y);
  else doc.translate(x, y);
}

function eventFace(
  layout: BadgeLayout,
  options: BadgeOptions,
  warnings: BadgeWarning[],
): ReturnType<typeof eventLine> | undefined {
  if (!options.show.event || !(options.eventName || options.eventDate)) return undefined;
  const warn = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) =>
    warnings.push({ code: '', name: options.eventName, ...warning });
  const clean = (field: 'eventName' | 'eventDate') => {
    const { text, missing } = printable(options[field]);
    if (missing.length > 0) warn({ kind: 'missing-glyph', field, detail: spell(missing) });
    return text;
  };
  const line = eventLine(
    { eventName: clean('eventName'), eventDate: clean('eventDate') },
    layout,
    measure,
  );
  for (const warning of misfits(line)) warn(warning);
  return line;
}

function personFace(
  person: BadgePerson,
  top: number,
  layout: BadgeLayout,
  options: BadgeOptions,
  warnings: BadgeWarning[],
): Face {
  const name =
    `${person.firstName} ${person.lastName}`.trim() || person.organisation || person.code;
  const warn = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) =>
    warnings.push({ code: person.code, name, ...warning });
  const clean = { ...person };
  for (const field of TEXTS) {
    const { text, missing } = printable(person[field]);
    clean[field] = text;
    if (missing.length > 0) warn({ kind: 'missing-glyph', field, detail: spell(missing) });
  }
  if (!clean.firstName && !clean.lastName) {
    warn({ kind: 'no-name', field: 'firstName', detail: clean.organisation });
    clean.firstName = clean.organisation;
    clean.organisation = '';
  }
  const wantsCode = options.show.qr;
  if (wantsCode && !person.code) warn({ kind: 'no-code', field: 'code', detail: '' });
  const qr = wantsCode && person.code ? qrPath(person.code) : undefined;
  const face = composeFace(clean, qr, top, layout, options, measure);
  for (const warning of misfits(face)) warn(warning);
  return face;
}

function misfits(face: Face): Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] {
  const found: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] = [];
  for (const { field, block } of face.set) {
    if (block.dropped) found.push({ kind: 'cut-short', field, detail: block.dropped });
    else if (block.broken) found.push({ kind: 'too-long', field, detail: block.lines.join(' | ') });
  }
  return found;
}

/** Characters with their code points, so that an invisible or unknown one can still be told. */
function spell(characters: readonly string[]): string {
  return characters
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      return `${character} (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`;
    })
    .join(', ');
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

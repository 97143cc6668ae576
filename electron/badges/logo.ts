import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { logoIn, logoUrl, type Logo } from '../../shared/badges/logo';
import { readPng } from '../../shared/badges/png';
import { badgeFont } from './fonts';
import type { Item } from './items';

/** A logo that can be drawn on any page of one document; its picture is in the file once. */
export interface DrawnLogo {
  /** Width divided by height. */
  ratio: number;
  draw(doc: PDFKit.PDFDocument, place: Extract<Item, { kind: 'logo' }>): void;
}

/** Side of the square-ish space an SVG is drawn in before it is scaled to its place, pt. */
const HEIGHT = 100;

/**
 * Makes the logo of an event ready for a document. Whoever wrote the event, it is looked through again;
 * what cannot be drawn is told by null and does not keep a badge from being printed.
 */
export function drawnLogo(url: string): DrawnLogo | null {
  const logo = logoIn(url)?.logo;
  if (!logo || !canBeDrawn(logo)) return null;
  const { ratio } = logo;
  const picture = logo.kind === 'svg' ? asForm(logo) : asImage(logo);
  return {
    ratio,
    draw: (doc, { x, y, width, height, grey }) => {
      doc.save();
      if (grey) doc.rect(x, y, width, height).addContent('1 g f');
      doc.save();
      doc.rect(x, y, width, height).clip();
      doc.transform(width, 0, 0, height, x, y);
      picture(doc);
      doc.restore();
      if (grey) takeColour(doc, { x, y, width, height });
      doc.restore();
    },
  };
}

/** Draws into the square from 0,0 to 1,1 of the present origin. */
type DrawUnit = (doc: PDFKit.PDFDocument) => void;

/** pdfkit knows a picture by its address, and embeds it once. */
function asImage(logo: Logo): DrawUnit {
  const address = logoUrl(logo);
  return (doc) => {
    doc.image(address, 0, 0, { width: 1, height: 1 });
  };
}

/** The SVG is drawn once, into a form of the file, and every badge shows that. */
function asForm(logo: Logo): DrawUnit {
  const forms = new WeakMap<object, ReturnType<typeof formOf>>();
  return (doc) => {
    const form = forms.get(doc) ?? formOf(doc, logo);
    forms.set(doc, form);
    doc.page.xobjects['Logo'] = form;
    doc.addContent('/Logo Do');
  };
}

function formOf(doc: PDFKit.PDFDocument, { bytes, ratio }: Logo): PDFKit.PDFKitReference {
  const resources = { Font: {}, XObject: {}, ExtGState: {}, Pattern: {}, ColorSpace: {} };
  const width = HEIGHT * ratio;
  const form = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, width, HEIGHT],
    Matrix: [1 / width, 0, 0, 1 / HEIGHT, 0, 0],
    Group: { S: 'Transparency', CS: 'DeviceRGB', I: true, K: false },
    Resources: resources,
  });
  const { page, _ctm: matrix } = doc;
  const stand: PDFKit.PDFPage = Object.create(page, {
    write: { value: (content: string) => form.write(content) },
    fonts: { value: resources.Font },
    xobjects: { value: resources.XObject },
    ext_gstates: { value: resources.ExtGState },
    patterns: { value: resources.Pattern },
    colorSpaces: { value: resources.ColorSpace },
  });
  doc.page = stand;
  doc._ctm = [1, 0, 0, 1, 0, 0];
  try {
    drawSvg(doc, bytes, width, HEIGHT);
  } finally {
    doc.page = page;
    doc._ctm = matrix;
  }
  form.end(undefined);
  return form;
}

function drawSvg(doc: PDFKit.PDFDocument, bytes: Uint8Array, width: number, height: number): void {
  SVGtoPDF(doc, new TextDecoder().decode(bytes), 0, 0, {
    width,
    height,
    assumePt: true,
    preserveAspectRatio: 'xMidYMid meet',
    fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
    imageCallback: () => '',
    warningCallback: () => undefined,
  });
}

/** Wider than what a viewer smooths at the edges of a picture, pt. */
const EDGE = 0.5;

/**
 * On a printer that has black alone, a colour counts by how light it is: white over it, in the mode that takes hue
 * and saturation alone (ISO 32000-1, 11.3.5.3, Color). Print systems that draw in grey keep the picture under it,
 * while what is drawn in the opposite mode, Luminosity, is lost in some of them.
 */
function takeColour(
  doc: PDFKit.PDFDocument,
  { x, y, width, height }: Pick<Extract<Item, { kind: 'logo' }>, 'x' | 'y' | 'width' | 'height'>,
): void {
  const state = doc.ref({ Type: 'ExtGState', BM: 'Color' });
  state.end(undefined);
  doc.page.ext_gstates['Grey'] = state;
  doc.addContent('/Grey gs');
  doc.rect(x - EDGE, y - EDGE, width + 2 * EDGE, height + 2 * EDGE).addContent('1 g f');
}

/** The writer of PDFs unpacks some pictures later, where an error would end the thread: so they are tried here. */
function canBeDrawn(logo: Logo): boolean {
  try {
    if (logo.kind === 'png') return isWhole(logo.bytes);
    if (logo.kind === 'svg') trySvg(logo);
    return true;
  } catch {
    return false;
  }
}

/** Whether the packed rows of a PNG are all there, each with a filter that exists (W3C PNG, 9.2). */
function isWhole(bytes: Uint8Array): boolean {
  const header = readPng(bytes)?.header;
  if (!header) return false;
  const row = 1 + Math.ceil((header.width * header.bits * header.samples) / 8);
  const size = row * header.height;
  const rows = inflateSync(packedRows(bytes), { maxOutputLength: size + 1024 });
  if (rows.length < size) return false;
  for (let at = 0; at < size; at += row) if ((rows[at] ?? 5) > 4) return false;
  return true;
}

function packedRows(bytes: Uint8Array): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

function trySvg({ bytes, ratio }: Logo): void {
  const doc = new PDFDocument({ font: '' });
  doc.registerFont('regular', badgeFont('regular').source);
  doc.registerFont('bold', badgeFont('bold').source);
  drawSvg(doc, bytes, HEIGHT * ratio, HEIGHT);
}

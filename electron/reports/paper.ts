import PDFDocument from 'pdfkit';
import { badgeFont } from '../badges/fonts';

/** A4 upright, pt. */
export const PAGE = [595.28, 841.89] as const;
/** Free on every side, pt: more than any printer leaves white, and room for a hole punch. */
export const MARGIN = 45;

/** What is drawn on, and its bytes once it was ended. */
export interface Paper {
  doc: PDFKit.PDFDocument;
  finished: Promise<Uint8Array<ArrayBuffer>>;
}

/** A document of A4 pages with the faces `regular` and `bold`; with a language it is a tagged PDF in it. */
export function newPaper(title: string, lang?: string): Paper {
  const doc = new PDFDocument({
    size: [...PAGE],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: '',
    ...(lang && { pdfVersion: '1.7' as const, tagged: true, lang, displayTitle: true }),
    info: { Title: title },
  });
  const finished = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  for (const face of ['regular', 'bold'] as const) doc.registerFont(face, badgeFont(face).source);
  return { doc, finished };
}

const PT = 25.4 / 72;

/** Width and height, mm. */
export type Size = readonly [number, number];

/**
 * The size of a PDF's pages, mm, as its page objects state it; null where they state none or differ: such a
 * file fits no medium. (It reads what pdfkit writes: page objects are never packed.)
 */
export function pageSizeOf(pdf: Uint8Array): Size | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const boxes = new Map<string, Size>();
  for (const [, left, bottom, right, top] of text.matchAll(
    /\/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]/g,
  )) {
    const size = [Number(right) - Number(left), Number(top) - Number(bottom)] as const;
    boxes.set(size.join(), [hundredth(size[0] * PT), hundredth(size[1] * PT)]);
  }
  const [only, other] = boxes.values();
  return only && !other ? only : null;
}

const hundredth = (mm: number) => Math.round(mm * 100) / 100;

declare module 'svg-to-pdfkit' {
  interface Options {
    width?: number;
    height?: number;
    /** Numbers in the SVG are points. */
    assumePt?: boolean;
    preserveAspectRatio?: string;
    /** Names a registered font for each text. */
    fontCallback?(family: string, bold: boolean, italic: boolean): string;
    /** Answers what takes the place of an address of a picture; '' draws none. */
    imageCallback?(address: string): string;
    warningCallback?(message: string): void;
  }
  /** Draws an SVG at a place, in pt. */
  export default function SVGtoPDF(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: Options,
  ): void;
}

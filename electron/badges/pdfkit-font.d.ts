import type { Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes any object with a `layout` method as an opened font; its types leave that out. */
      registerFont(name: string, src: Pick<Font, 'layout'>): this;
    }
  }
}

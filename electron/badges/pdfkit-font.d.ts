declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** pdfkit takes any object with fontkit's `layout` as an opened font; its types leave that out. */
    registerFont(name: string, src: { layout(text: string): object }): this;
  }
}

declare namespace PDFKit {
  interface PDFDocument {
    /** The present matrix, from the page's origin; patterns are placed by it. */
    _ctm: number[];
  }
}

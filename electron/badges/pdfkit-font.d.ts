declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** pdfkit takes any object with fontkit's `layout` as an opened font; its types leave that out. */
    registerFont(name: string, src: { layout(text: string): object }): this;
  }
}

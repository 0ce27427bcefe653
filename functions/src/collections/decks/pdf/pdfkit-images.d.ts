/** What pdfkit can do with pictures and its types do not say: a picture is opened once and drawn many times. */
declare namespace PDFKit.Mixins {
  /** An opened picture; its data is let go of once it is in the file. */
  interface OpenedImage {
    width: number;
    height: number;
  }
  interface PDFImage {
    openImage(source: Buffer): OpenedImage;
    image(source: OpenedImage, x: number, y: number, options: ImageOption): this;
  }
}

/** The part of fontkit that is used here; the package has no types of its own. */
declare module 'fontkit' {
  /** Opens a font file: TrueType, OpenType, WOFF or WOFF2. */
  export function create(font: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean };
}

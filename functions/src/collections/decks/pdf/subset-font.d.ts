/** The part of subset-font that is used here; the package has no types of its own. */
declare module 'subset-font' {
  /** Cuts `font` (TrueType, OpenType, WOFF or WOFF2) to the characters of `text`, at fixed values of its axes. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype'; variationAxes: Record<string, number> },
  ): Promise<Buffer>;
}

/** Which cell formats are printed in bold. */
import { attribute, child, children, parseXml } from './xml.ts';

/** Indexes among `cellXfs` of a styles part. */
export function boldFormats(styles: Uint8Array | null): ReadonlySet<number> {
  const root = parseXml(styles, 'styleSheet');
  const fonts = children(child(root, 'fonts'), 'font').map((font) => {
    const bold = child(font, 'b');
    return bold !== null && !['0', 'false'].includes(attribute(bold, 'val') ?? '1');
  });
  const formats = children(child(root, 'cellXfs'), 'xf');
  return new Set(
    formats.flatMap((xf, index) => (fonts[Number(attribute(xf, 'fontId'))] === true ? [index] : [])),
  );
}

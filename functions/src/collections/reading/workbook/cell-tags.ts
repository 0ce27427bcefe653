/**
 * What the values of a sheet do not tell: which format a cell has and which picture is placed in it. Read from the
 * opening tags of the cells, since sheets are too large to be parsed as trees.
 */

export interface CellTag {
  row: number;
  column: number;
  /** Index of the cell's format among `cellXfs`. */
  format: number;
  /** 1-based index of the value's metadata; null for ordinary cells. */
  value_metadata: number | null;
  /** The picture that a DISPIMG formula shows (WPS Office); null for other cells. */
  shown_image: string | null;
}

/** The cells of a sheet's XML in order. Cells without a position are left out. */
export function* readCellTags(xml: string): Generator<CellTag> {
  const tags = /<(?:\w+:)?c\s([^>]*)>/g;
  let tag = tags.exec(xml);
  while (tag !== null) {
    const next = tags.exec(xml);
    const attributes = tag[1] ?? '';
    const position = parsePosition(attributeOf(attributes, 'r') ?? '');
    const metadata = attributeOf(attributes, 'vm');
    if (position !== null) {
      yield {
        ...position,
        format: Number(attributeOf(attributes, 's') ?? 0),
        value_metadata: metadata === null ? null : Number(metadata),
        shown_image: attributes.endsWith('/') ? null : shownImage(xml, tag.index, next?.index ?? xml.length),
      };
    }
    tag = next;
  }
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

/** A reference such as `AB12`, 1-based. */
export function parsePosition(reference: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  const letters = match[1] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { row: Number(match[2]), column };
}

/** Looks into this one cell only: looking through the rest of the sheet for every cell takes seconds in large ones. */
function shownImage(xml: string, from: number, to: number): string | null {
  const cell = xml.slice(from, Math.min(to, from + 2000));
  return /DISPIMG\((?:&quot;|")([\w-]+)/.exec(cell)?.[1] ?? null;
}

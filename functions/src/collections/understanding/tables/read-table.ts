/** Reads a table into product drafts, row by row. Pure. */
import type { Draft, Grouping } from '../draft.ts';
import { isHeadingText } from '../layout/headings.ts';
import { squeeze } from '../vocabulary/fold.ts';
import { columnsOf, type RoledColumn } from './column-roles.ts';
import { readRow } from './read-row.ts';
import { kindOfRow } from './row-kind.ts';
import type { Table, TableCell, TableRow, TableTitle } from './table.ts';

/** Drafts of a table and the heading that is still open at its end, for a table that goes on on the next page. */
export interface TableReading {
  drafts: Draft[];
  heading: Grouping | null;
}

/** After this many rows the caller may let other work run. */
const ROWS_AT_ONCE = 250;

/**
 * Reads the product rows. `heading` is the open heading from before the table. A row that repeats nothing but its
 * article number takes the name and material of the row above it: exports print them once for a family of variants.
 */
export function* readTable(
  table: Table,
  columns: readonly RoledColumn[],
  heading: Grouping | null,
): Generator<undefined, TableReading> {
  const drafts: Draft[] = [];
  let open = heading;
  let previous: Draft | null = null;
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const kind = kindOfRow(row, columns);
    if (kind.kind === 'heading') {
      open = groupingOfRow(kind.cell, table);
      previous = null;
    }
    if (kind.kind !== 'product') continue;
    const draft = draftOfRow(row, columns, table, open, previous);
    if (draft === null) continue;
    drafts.push(draft);
    previous = draft;
  }
  return { drafts, heading: open };
}

function groupingOfRow(cell: TableCell, table: Table): Grouping {
  const at = cell.place.kind === 'cell' ? `in row ${cell.place.row} of ${table.where}` : `of ${table.where}`;
  return {
    name: squeeze(cell.text),
    source: 'heading',
    reason: `Heading ${at}`,
    confidence: cell.spanning || cell.bold ? 0.9 : 0.8,
    place: cell.place,
  };
}

/** The name comes from its column, else from the row above, else from the title of a family. */
function draftOfRow(
  row: TableRow,
  columns: readonly RoledColumn[],
  table: Table,
  heading: Grouping | null,
  previous: Draft | null,
): Draft | null {
  const { fields, prices_by_size } = readRow(row, columns);
  const place = placeOfRow(row);
  if (place === null) return null;
  if (
    fields.name === undefined &&
    previous?.fields.name !== undefined &&
    columnsOf(columns, 'name').length > 0
  ) {
    if (fields.sku === undefined) return null;
    fields.name = { ...previous.fields.name, confidence: previous.fields.name.confidence * 0.8 };
    if (previous.fields.material !== undefined) fields.material ??= previous.fields.material;
  }
  const title =
    table.title === null || !isHeadingText(table.title.text) ? null : groupingOfTitle(table.title);
  if (fields.name === undefined && title !== null) {
    fields.name = { value: title.name, confidence: 0.75, place: title.place };
  }
  const named = groupingsOfRow(row, columns, previous);
  const groupings = [...named, heading, title].filter((grouping) => grouping !== null);
  return { fields, prices_by_size, groupings, page: table.page, place };
}

function groupingOfTitle(title: TableTitle): Grouping {
  return {
    name: squeeze(title.text),
    source: 'title',
    reason: title.reason,
    confidence: 0.85,
    place: title.place,
  };
}

/** A blank category cell means "as above", as people fill in sheets. */
function groupingsOfRow(row: TableRow, columns: readonly RoledColumn[], previous: Draft | null): Grouping[] {
  const sources = [
    ...columnsOf(columns, 'category').map((column) => ({ column, source: 'column' as const })),
    ...columnsOf(columns, 'group').map((column) => ({ column, source: 'group_column' as const })),
  ];
  return sources.flatMap(({ column, source }): Grouping[] => {
    const cell = row.get(column.index);
    const reason = `Column “${squeeze(column.header)}”`;
    if (cell === undefined || squeeze(cell.text) === '') {
      return (
        previous?.groupings.filter((grouping) => grouping.source === source && grouping.reason === reason) ??
        []
      );
    }
    return [{ name: squeeze(cell.text), source, reason, confidence: column.confidence, place: cell.place }];
  });
}

/** On pages the box around all cells, in sheets the first cell. */
function placeOfRow(row: TableRow): Draft['place'] | null {
  const places = [...row.entries()].sort(([left], [right]) => left - right).map(([, cell]) => cell.place);
  const first = places[0];
  if (first === undefined || first.kind === 'cell') return first ?? null;
  const boxes = places.flatMap((place) => (place.kind === 'page' ? [place.box] : []));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { kind: 'page', number: first.number, box: { x, y, width: right - x, height: bottom - y } };
}

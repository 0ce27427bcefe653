import { describe, expect, it } from 'vitest';
import type { DataColumn } from './data-table-column.ts';
import { createSorter, nextSort } from './data-table-sort.ts';

interface Row {
  name?: string;
  pieces?: number;
}
const columns: DataColumn<Row>[] = [
  { id: 'name', header: 'Name', sortBy: ({ name }) => name, cell: () => null },
  { id: 'pieces', header: 'Pieces', sortBy: ({ pieces }) => pieces, cell: () => null },
  { id: 'picture', header: 'Picture', cell: () => null },
];
const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

describe('sorting', () => {
  it('puts names in the order of people: numbers by value, accents and capitals beside their plain letter', () => {
    const rows = [{ name: 'Parka 10' }, { name: 'Écharpe' }, { name: 'parka 2' }, { name: 'Etui' }];
    const sorted = createSorter<Row>()(rows, columns, { column: 'name', direction: 'asc' });
    expect(names(sorted)).toEqual(['Écharpe', 'Etui', 'parka 2', 'Parka 10']);
  });

  it('leaves empty values at the end in both directions', () => {
    const rows = [{ pieces: 2 }, {}, { pieces: 10 }];
    const sort = createSorter<Row>();
    expect(sort(rows, columns, { column: 'pieces', direction: 'asc' })).toEqual([
      { pieces: 2 },
      { pieces: 10 },
      {},
    ]);
    expect(sort(rows, columns, { column: 'pieces', direction: 'desc' })).toEqual([
      { pieces: 10 },
      { pieces: 2 },
      {},
    ]);
  });

  it('leaves rows as they come without a column, or with one that does not sort', () => {
    const rows = [{ name: 'b' }, { name: 'a' }];
    expect(createSorter<Row>()(rows, columns, null)).toBe(rows);
    expect(createSorter<Row>()(rows, columns, { column: 'picture', direction: 'asc' })).toBe(rows);
  });

  it('follows rows that have changed', () => {
    const sort = createSorter<Row>();
    const rows = [{ name: 'b' }, { name: 'c' }];
    sort(rows, columns, { column: 'name', direction: 'asc' });
    const changed = [rows[0] ?? {}, { name: 'a' }];
    expect(names(sort(changed, columns, { column: 'name', direction: 'asc' }))).toEqual(['a', 'b']);
  });

  it('goes upwards, downwards and back to the order of the rows', () => {
    const first = nextSort(null, 'name');
    const second = nextSort(first, 'name');
    expect([first, second, nextSort(second, 'name')]).toEqual([
      { column: 'name', direction: 'asc' },
      { column: 'name', direction: 'desc' },
      null,
    ]);
    expect(nextSort(second, 'pieces')).toEqual({ column: 'pieces', direction: 'asc' });
  });
});

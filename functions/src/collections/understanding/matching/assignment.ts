/**
 * The assignment of least total cost, one to one: the Hungarian method in the shortest-augmenting-path form with
 * potentials (Jonker and Volgenant, 1987). Pure.
 */

/**
 * For each row the column it is given, or null. Costs are finite numbers; pairs at or above `limit` are not made, a
 * row rather stays without a column. Rows and columns may differ in number. Time grows with rows² × columns.
 */
export function assign(costs: readonly (readonly number[])[], limit: number): (number | null)[] {
  const rows = costs.length;
  const real = costs[0]?.length ?? 0;
  if (rows === 0) return [];
  const columns = real + rows;
  // One private spare column per row at the price of the limit: taking it means "none".
  const cost = (row: number, column: number): number => {
    if (column >= real) return column - real === row ? limit : limit * 4;
    return Math.min(costs[row]?.[column] ?? limit * 4, limit * 4);
  };
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOfColumn[0] = row;
    const end = augment(cost, { rowPotential, columnPotential, rowOfColumn, previous }, columns);
    flip(end, rowOfColumn, previous);
  }
  const result: (number | null)[] = Array.from({ length: rows }, () => null);
  for (let column = 1; column <= real; column += 1) {
    const row = rowOfColumn[column] ?? 0;
    if (row > 0 && cost(row - 1, column - 1) < limit) result[row - 1] = column - 1;
  }
  return result;
}

interface State {
  rowPotential: Float64Array;
  columnPotential: Float64Array;
  rowOfColumn: Int32Array;
  previous: Int32Array;
}

/** Dijkstra over reduced costs from the row in column 0 to the nearest free column, which is returned. */
function augment(cost: (row: number, column: number) => number, state: State, columns: number): number {
  const { rowPotential, columnPotential, rowOfColumn, previous } = state;
  const distance = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(columns + 1);
  let at = 0;
  do {
    done[at] = 1;
    const row = rowOfColumn[at] ?? 0;
    let step = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let column = 1; column <= columns; column += 1) {
      if (done[column] === 1) continue;
      const reduced = cost(row - 1, column - 1) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
      if (reduced < (distance[column] ?? 0)) {
        distance[column] = reduced;
        previous[column] = at;
      }
      if ((distance[column] ?? 0) < step) {
        step = distance[column] ?? 0;
        next = column;
      }
    }
    for (let column = 0; column <= columns; column += 1) {
      if (done[column] === 1) {
        const owner = rowOfColumn[column] ?? 0;
        rowPotential[owner] = (rowPotential[owner] ?? 0) + step;
        columnPotential[column] = (columnPotential[column] ?? 0) - step;
      } else {
        distance[column] = (distance[column] ?? 0) - step;
      }
    }
    at = next;
  } while (rowOfColumn[at] !== 0);
  return at;
}

/** Moves the rows along the path one column on. */
function flip(end: number, rowOfColumn: Int32Array, previous: Int32Array): void {
  let column = end;
  while (column !== 0) {
    const before = previous[column] ?? 0;
    rowOfColumn[column] = rowOfColumn[before] ?? 0;
    column = before;
  }
}

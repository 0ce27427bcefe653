/** What was ordered, summed up: by category, and by category and size. */
import { Box, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { categoriesOf, NO_CATEGORY } from '../item-filter.ts';
import type { ItemRow } from '../item-rows.ts';
import { sizeMatrix, type SizeMatrix } from '../item-totals.ts';
import { moneyTotal } from '../table/item-columns.tsx';
import classes from './totals-view.module.css';

interface Props {
  rows: readonly ItemRow[];
  /** The collection's categories in their order. */
  categories: readonly string[];
}

const figure = (value: number) => value.toLocaleString('en');
const categoryName = (category: string) => (category === NO_CATEGORY ? 'No category' : category);

function ByCategory({ matrix }: { matrix: SizeMatrix }) {
  const most = Math.max(1, ...matrix.rows.map(({ totals }) => totals.pieces));
  return (
    <Box component="section" className={classes.scroller} aria-label="Totals by category" tabIndex={0}>
      <table className={classes.table} aria-label="Totals by category">
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Items</th>
            <th scope="col">Pieces</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ category, totals }) => (
            <tr key={category}>
              <th scope="row">
                {categoryName(category)}
                <span className={classes.bar} aria-hidden>
                  <span style={{ width: `${(totals.pieces / most) * 100}%` }} />
                </span>
              </th>
              <td>{figure(totals.items)}</td>
              <td>{figure(totals.pieces)}</td>
              <td>{moneyTotal(totals)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All categories</th>
            <td>{figure(matrix.totals.items)}</td>
            <td>{figure(matrix.totals.pieces)}</td>
            <td>{moneyTotal(matrix.totals)}</td>
          </tr>
        </tfoot>
      </table>
    </Box>
  );
}

function BySize({ matrix }: { matrix: SizeMatrix }) {
  return (
    <Box
      component="section"
      className={classes.scroller}
      aria-label="Pieces by category and size"
      tabIndex={0}
    >
      <table className={classes.table} aria-label="Pieces by category and size">
        <thead>
          <tr>
            <th scope="col">Category</th>
            {matrix.sizes.map((size) => (
              <th key={size} scope="col">
                {size === '' ? 'No size' : size}
              </th>
            ))}
            <th scope="col">All sizes</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ category, pieces, totals }) => (
            <tr key={category}>
              <th scope="row">{categoryName(category)}</th>
              {pieces.map((count, place) => (
                <td key={matrix.sizes[place]} data-none={count === 0 || undefined}>
                  {count === 0 ? '–' : figure(count)}
                </td>
              ))}
              <td className={classes.sum}>{figure(totals.pieces)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All categories</th>
            {matrix.pieces.map((count, place) => (
              <td key={matrix.sizes[place]}>{figure(count)}</td>
            ))}
            <td className={classes.sum}>{figure(matrix.totals.pieces)}</td>
          </tr>
        </tfoot>
      </table>
    </Box>
  );
}

export function TotalsView({ rows, categories }: Props) {
  const matrix = useMemo(() => sizeMatrix(rows, categoriesOf(rows, categories)), [rows, categories]);
  const { unpriced } = matrix.totals;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed" maw={680}>
        All items that are in the order and not excluded.{' '}
        {unpriced > 0 &&
          `${unpriced === 1 ? 'One item has' : `${figure(unpriced)} items have`} no unit price and ${unpriced === 1 ? 'is' : 'are'} missing from the amounts.`}
      </Text>
      <Stack gap="sm">
        <Title order={2}>By category</Title>
        <ByCategory matrix={matrix} />
      </Stack>
      {matrix.sizes.some((size) => size !== '') && (
        <Stack gap="sm">
          <Title order={2}>By category and size</Title>
          <BySize matrix={matrix} />
        </Stack>
      )}
    </Stack>
  );
}

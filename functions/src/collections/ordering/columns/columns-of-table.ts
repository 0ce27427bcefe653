/** Decides what every column of a table holds. Pure. */
import type { OrderColumn, OrderLayout, OrderRole } from '@docket/model/order';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import { letterOf, type OrderTable } from '../tables/order-table.ts';
import { type ColumnFacts, factsOfColumns } from './column-facts.ts';
import { decideByContent, decideNumbersOfArticles } from './content-roles.ts';
import { Decisions } from './decision.ts';
import { decideNumbers } from './number-roles.ts';
import { decideLeftOver, decideSurelyOther } from './other-numbers.ts';
import { decideSizeColumns } from './size-columns.ts';
import { decideTexts } from './text-roles.ts';

/** What people have said about the columns, by place; null leaves the decision to Docket. */
export type GivenRoles = readonly (OrderRole | null)[];

const LONGEST_HEADER = 300;

/** The columns of a table with their roles. Given roles are followed without question, and the others decided around them. */
export function columnsOfTable(table: OrderTable, given: GivenRoles): OrderColumn[] {
  const facts = factsOfColumns(table);
  const decisions = new Decisions();
  follow(facts, given, decisions);
  const open = facts.filter(({ index }) => !decisions.isDecided(index));
  const sizes = [
    ...facts.filter(({ index }) => decisions.get(index)?.role === 'size_quantity'),
    ...decideSizeColumns(open, decisions),
  ];
  decideTexts(open, decisions);
  decideSurelyOther(open, decisions);
  decideNumbersOfArticles(open, decisions);
  decideNumbers(open, sizes, decisions);
  decideLeftOver(open, decisions);
  decideByContent(open, decisions);
  return facts.map((column) => orderColumn(column, table, decisions));
}

function follow(facts: readonly ColumnFacts[], given: GivenRoles, decisions: Decisions): void {
  for (const column of facts) {
    const role = given[column.index] ?? null;
    if (role === null) continue;
    if (role === 'size_quantity')
      decisions.setSize(column, column.size ?? squeeze(column.header), 1, 'You said so for these headers');
    else decisions.set(column, role, 1, 'You said so for these headers');
  }
}

function orderColumn(column: ColumnFacts, table: OrderTable, decisions: Decisions): OrderColumn {
  const decision = decisions.get(column.index);
  return {
    index: column.index,
    letter: table.sheet === null ? null : letterOf(column.index),
    header: squeeze(column.header).slice(0, LONGEST_HEADER),
    samples: column.samples,
    role: decision?.role ?? 'ignored',
    size: decision?.size ?? null,
    confidence: Math.round((decision?.confidence ?? 0.5) * 100) / 100,
    reason: decision?.reasons.join('; ') ?? '',
  };
}

/** Share of the rows with a quantity that must name a size for the rows to be ones of sizes. */
const SIZED_ROWS = 0.6;

/** How the table says which sizes it wants. */
export function layoutOf(table: OrderTable, columns: readonly OrderColumn[]): OrderLayout {
  if (columns.some(({ role }) => role === 'size_quantity')) return 'size-columns';
  const size = columns.find(({ role }) => role === 'size');
  const quantity = columns.find(({ role }) => role === 'quantity');
  if (size === undefined || quantity === undefined) return 'plain';
  const ordered = table.rows.filter((row) => row.has(quantity.index) && row.size > 2);
  const sized = ordered.filter((row) => row.has(size.index));
  return sized.length > 0 && sized.length >= SIZED_ROWS * ordered.length ? 'size-rows' : 'plain';
}

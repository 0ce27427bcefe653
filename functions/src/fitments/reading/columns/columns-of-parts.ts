/** Decides what every column of a table of parts holds. Pure. */
import { cutText } from '@docket/model/cut-text';
import type { PartColumn, PartLayout, PartRole } from '@docket/model/fitment/part-tables';
import { letterOf } from '../../../collections/ordering/tables/order-table.ts';
import type { SheetPartTable } from '../tables/part-table.ts';
import { decideNumbers } from './number-columns.ts';
import { PartDecisions } from './part-decisions.ts';
import { factsOfParts, type PartFacts } from './part-facts.ts';
import { decideLeftOver, decideTexts, decideVehiclesByContent } from './text-columns.ts';
import { decideVehicles } from './vehicle-roles.ts';

/** What people have said about the columns, by place; null leaves the decision to Docket. */
export type GivenPartRoles = readonly (PartRole | null)[];

const LONGEST_HEADER = 300;

/** The columns with their roles. Given roles are followed without question, and the others decided around them. */
export function* columnsOfParts(
  table: SheetPartTable,
  given: GivenPartRoles,
): Generator<undefined, { columns: PartColumn[]; layout: PartLayout }> {
  const facts = yield* factsOfParts(table);
  const decisions = new PartDecisions();
  for (const column of facts) {
    const role = given[column.index] ?? null;
    if (role !== null) decisions.follow(column, role);
  }
  decideVehicles(facts, decisions);
  decideVehiclesByContent(facts, decisions);
  const layout = decideNumbers(facts, decisions);
  decideTexts(facts, decisions);
  decideLeftOver(facts, decisions);
  return { columns: facts.map((column) => partColumn(column, decisions)), layout };
}

function partColumn(column: PartFacts, decisions: PartDecisions): PartColumn {
  const decision = decisions.get(column.index);
  return {
    index: column.index,
    letter: letterOf(column.index),
    header: cutText(column.heading, LONGEST_HEADER),
    samples: column.samples,
    role: decision?.role ?? 'ignored',
    confidence: Math.round((decision?.confidence ?? 0.5) * 100) / 100,
    reason: decision?.reasons.join('; ') ?? '',
  };
}

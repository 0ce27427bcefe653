/** The roles of a table's columns while they are being decided, with the reasons for people. */
import type { PartRole } from '@docket/model/fitment/part-tables';
import { headerReason } from '../../../collections/ordering/columns/decision.ts';
import type { PartFacts } from './part-facts.ts';

/** What has been decided about a column. */
export interface PartDecision {
  role: PartRole;
  confidence: number;
  reasons: readonly string[];
}

/** The decisions of a table, by column index. The first one stays. */
export class PartDecisions {
  readonly #made = new Map<number, PartDecision>();

  get(index: number): PartDecision | undefined {
    return this.#made.get(index);
  }

  /** Decides, unless it is decided already. `reasons` follow what the header says. */
  set(column: PartFacts, role: PartRole, confidence: number, ...reasons: string[]): void {
    if (!this.isOpen(column)) return;
    this.#made.set(column.index, { role, confidence, reasons: [headerReason(column), ...reasons] });
  }

  /** What a person has said. */
  follow(column: PartFacts, role: PartRole): void {
    this.#made.set(column.index, { role, confidence: 1, reasons: ['You said so'] });
  }

  has(...roles: readonly PartRole[]): boolean {
    return [...this.#made.values()].some(({ role }) => roles.includes(role));
  }

  isOpen({ index }: PartFacts): boolean {
    return !this.#made.has(index);
  }
}

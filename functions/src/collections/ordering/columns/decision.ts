/** The roles of a table's columns while they are being decided, with the reasons for people. Pure. */
import type { OrderRole } from '@docket/model/order';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { ColumnFacts } from './column-facts.ts';

/** What has been decided about a column. */
export interface Decision {
  role: OrderRole;
  /** Of `size_quantity` columns. */
  size: string | null;
  confidence: number;
  reasons: string[];
}

/** The decisions of a table, by column index. */
export class Decisions {
  readonly #made = new Map<number, Decision>();

  get(index: number): Decision | undefined {
    return this.#made.get(index);
  }

  /** Decides, or decides anew. */
  set(column: ColumnFacts, role: OrderRole, confidence: number, ...reasons: string[]): void {
    this.#made.set(column.index, { role, size: null, confidence, reasons });
  }

  setSize(column: ColumnFacts, size: string, confidence: number, ...reasons: string[]): void {
    this.#made.set(column.index, { role: 'size_quantity', size, confidence, reasons });
  }

  /** Adds a reason and moves the confidence by `by`, within 0.05–0.99. */
  support(index: number, by: number, reason: string): void {
    const decision = this.#made.get(index);
    if (decision === undefined) return;
    decision.confidence = Math.min(0.99, Math.max(0.05, decision.confidence + by));
    decision.reasons.push(reason);
  }

  has(role: OrderRole): boolean {
    return [...this.#made.values()].some((decision) => decision.role === role);
  }

  /** The first column of a role. */
  indexOf(role: OrderRole): number | null {
    const found = [...this.#made].filter(([, decision]) => decision.role === role).map(([index]) => index);
    return found.length === 0 ? null : Math.min(...found);
  }

  isDecided(index: number): boolean {
    return this.#made.has(index);
  }
}

/** `Header “Qty”`, with its group where it has one. */
export function headerReason({ header, group }: Pick<ColumnFacts, 'header' | 'group'>): string {
  const named = squeeze(`${group} ${header}`);
  return named === '' ? 'No header' : `Header “${named}”`;
}

/** A share for people: "98 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How sure a header alone makes, 0.5–0.9. */
export function headerConfidence({ meaning }: ColumnFacts): number {
  return meaning === null ? 0.45 : 0.5 + 0.4 * meaning.strength;
}

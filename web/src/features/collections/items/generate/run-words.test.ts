import type { OrderCheck } from '@docket/model/order';
import { describe, expect, it } from 'vitest';
import { failedCheck, outcome } from './run-words.ts';

const check: OrderCheck = {
  kind: 'quantity',
  scope: 'total',
  label: 'Total units',
  printed: 318,
  extracted: 312,
  ok: false,
  place: { kind: 'cell', sheet: 'Order', row: 52, column: 10 },
};
const counts = { created: 33, updated: 4, skipped: 2, dropped: 1 };
const results = {
  ...counts,
  job_id: 'j',
  run: 1,
  products_job_id: 'p',
  document_ids: [],
  line_count: 0,
  unmatched_count: 0,
  quantity: 0,
  amount: null,
  currency: null,
  failed_checks: 0,
};

describe('what a run has made', () => {
  it('is said in one breath, without what there is none of', () => {
    expect(outcome(results)).toBe('33 created, 4 updated, 2 unchanged, 1 no longer in the order');
    expect(outcome({ ...results, created: 0, updated: 0, dropped: 0 })).toBe('2 unchanged');
  });
});

describe('a printed total that differs', () => {
  it('is said with both figures and the place to look at', () => {
    expect(failedCheck(check, 'EUR', null)).toBe(
      'The order prints 318 pieces in total (“Total units”); 312 were read. See sheet “Order”, row 52.',
    );
  });

  it('is money where it is an amount, and names the file where there are several', () => {
    const amount: OrderCheck = {
      ...check,
      kind: 'amount',
      scope: 'subtotal',
      label: '',
      printed: 12_084.5,
      extracted: 11_856.5,
      place: { kind: 'page', number: 2, box: { x: 0, y: 0, width: 1, height: 1 } },
    };
    expect(failedCheck(amount, 'EUR', 'po.pdf')).toBe(
      'The order prints €12,084.50 as a subtotal; €11,856.50 was read. See “po.pdf”, page 2.',
    );
  });
});

import { DocketError } from '@docket/model/errors';
import type { OrderColumn, OrderRole } from '@docket/model/order';
import { describe, expect, it } from 'vitest';
import type { IdentifiedTable } from '../ordering/order.ts';
import { assertReadable } from './order-checks.ts';

const column = (role: OrderRole, index: number, samples: string[]): OrderColumn => ({
  index,
  letter: null,
  header: role,
  samples,
  role,
  size: null,
  confidence: 0.9,
  reason: '',
});

const table = (said: Partial<IdentifiedTable>): IdentifiedTable => ({
  position: 0,
  where: 'sheet “Order”',
  sheet: 'Order',
  page: null,
  header_row: 1,
  layout: 'plain',
  columns: [],
  confidence: 0.9,
  used: false,
  reason: '',
  fingerprint: null,
  corrected: false,
  line_count: 0,
  quantity: 0,
  amount: null,
  currency: null,
  checks: [],
  ...said,
});

function codeOf(...tables: IdentifiedTable[]): string | null {
  try {
    assertReadable([{ id: 'd', file_name: 'order.csv' }], [{ document_id: 'd', tables }]);
    return null;
  } catch (error) {
    return error instanceof DocketError ? `${error.code} ${error.facts.file ?? ''}` : String(error);
  }
}

describe('an order of which no table is used', () => {
  it('is a form that nobody has filled in, where quantities have a column', () => {
    const blank = [column('sku', 0, ['HV26-1010']), column('quantity', 1, ['', '0', '-'])];
    expect(codeOf(table({ columns: blank }))).toBe('order_without_lines order.csv');
  });

  it('cannot be read, where nothing says what or how much is ordered', () => {
    expect(codeOf(table({ columns: [column('name', 0, ['Anna']), column('ignored', 1, ['0171'])] }))).toBe(
      'order_unreadable order.csv',
    );
    expect(codeOf(table({ columns: [column('quantity', 0, [''])] }))).toBe('order_unreadable order.csv');
    expect(codeOf()).toBe('order_unreadable order.csv');
  });

  it('cannot be read, where there are quantities that order nothing known', () => {
    const filled = [column('sku', 0, ['A']), column('quantity', 1, ['5'])];
    expect(codeOf(table({ columns: filled }))).toBe('order_unreadable order.csv');
  });
});

describe('an order of which a table is used', () => {
  it('goes on, whatever else is in the file', () => {
    expect(codeOf(table({}), table({ used: true }))).toBeNull();
  });
});

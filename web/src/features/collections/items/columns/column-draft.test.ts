import { columnMappingSchema, type OrderColumn, type OrderTable } from '@docket/model/order';
import { describe, expect, it } from 'vitest';
import {
  draftChanges,
  draftedRole,
  isEmptyDraft,
  isSure,
  mappingOf,
  NO_DRAFT,
  withRole,
  withUse,
} from './column-draft.ts';

const column = (
  index: number,
  header: string,
  role: OrderColumn['role'],
  confidence = 0.95,
): OrderColumn => ({
  index,
  letter: String.fromCodePoint(65 + index),
  header,
  samples: [],
  role,
  size: null,
  confidence,
  reason: '',
});
const sku = column(0, 'Style', 'sku');
const ref = column(2, 'Ref', 'delivery');
const table: OrderTable = {
  job_id: 'j',
  position: 0,
  where: 'sheet “Order”',
  sheet: 'Order',
  page: null,
  header_row: 1,
  layout: 'plain',
  columns: [sku, ref],
  confidence: 0.9,
  used: true,
  reason: '',
  fingerprint: 'f',
  corrected: false,
  line_count: 1,
  quantity: 1,
  amount: null,
  currency: null,
  checks: [],
};

describe('a correction', () => {
  it('says what it changes, and nothing when it is taken back', () => {
    const draft = withUse(withRole(NO_DRAFT, ref, 'season'), table, false);
    expect(draftedRole(ref, draft)).toBe('season');
    expect(draftChanges(table, draft)).toEqual(['C “Ref”: Delivery → Season', 'The table is left out']);
    const takenBack = withUse(withRole(draft, ref, 'delivery'), table, true);
    expect(draftChanges(table, takenBack)).toEqual([]);
    expect([draft, takenBack].map(isEmptyDraft)).toEqual([false, true]);
  });

  it('leaves to Docket what nobody has spoken about', () => {
    expect(mappingOf(table, null, withRole(NO_DRAFT, ref, 'season'))).toEqual({
      headers: ['Style', '', 'Ref'],
      roles: [null, null, 'season'],
      used: null,
    });
  });

  it('keeps headers of several lines in one', () => {
    const wrapped = { ...table, columns: [column(0, 'Style\nno.', 'sku')] };
    expect(mappingOf(wrapped, null, NO_DRAFT).headers).toEqual(['Style no.']);
  });

  it('comes on top of what was remembered before', () => {
    const remembered = columnMappingSchema.parse({
      headers: ['Style', '', 'Ref'],
      roles: ['name', null, 'color'],
      used: true,
      by: 'u',
      at: new Date(0),
    });
    expect(mappingOf(table, remembered, withRole(NO_DRAFT, ref, 'season'))).toMatchObject({
      roles: ['name', null, 'season'],
      used: true,
    });
  });
});

describe('a reading', () => {
  it('is sure when the table and every column that is used are, and all printed totals agree', () => {
    expect(isSure(table)).toBe(true);
    expect(isSure({ ...table, columns: [column(0, 'Style', 'sku', 0.7)] })).toBe(false);
    expect(isSure({ ...table, columns: [sku, column(1, '', 'ignored', 0.3)] })).toBe(true);
    expect(isSure({ ...table, confidence: 0.5 })).toBe(false);
  });

  it('of a table that is left out must be sure of that alone', () => {
    const doubtful = [column(0, 'Style', 'sku', 0.2)];
    expect(isSure({ ...table, used: false, columns: doubtful })).toBe(true);
    expect(isSure({ ...table, used: false, confidence: 0.4 })).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLeadTime, leadTimesByLink } from './lead-time.ts';
import { REORDER_STATUSES, type Reorder } from './supplier.ts';
import { makeReorder } from './testing/make-records.ts';

const now = new Date('2026-06-01T12:00:00Z');
const day = (text: string) => new Date(`2026-${text}Z`);

/**
 * Worked out by hand:
 *
 * | item   | supplier | requested   | came        | days | counts |
 * |--------|----------|-------------|-------------|------|--------|
 * | screw  | acme     | 1 Mar 08:00 | 5 Mar 08:00 | 4    | yes |
 * | screw  | acme     | 10 Mar 12:00 | 21 Mar 00:00 | 10.5 | yes |
 * | screw  | acme     | 1 Apr 00:00 | 4 Apr 12:00 | 3.5  | yes |
 * | screw  | acme     | 2 Apr       | cancelled   |      | no |
 * | screw  | acme     | 3 Apr       | a part      |      | no |
 * | screw  | acme     | 4 Apr       | open        |      | no |
 * | screw  | bolts    | 1 Mar       | 22 Mar      | 21   | yes |
 * | glue   | acme     | 1 May       | 2 May       | 1    | yes |
 * | glue   | bolts    | 1 May       | cancelled   |      | no |
 *
 * screw at acme: (4 + 10.5 + 3.5) / 3 = 6; screw at bolts: 21; glue at acme: 1; glue at bolts: not known.
 */
const reorders: readonly Reorder[] = [
  received({ requested_at: day('03-01T08:00:00'), received_at: day('03-05T08:00:00') }),
  received({ requested_at: day('03-10T12:00:00'), received_at: day('03-21T00:00:00') }),
  makeReorder({
    status: 'cancelled',
    requested_at: day('04-02T00:00:00'),
    cancelled_at: day('04-09T00:00:00'),
  }),
  makeReorder({
    status: 'ordered',
    requested_at: day('04-03T00:00:00'),
    ordered_at: day('04-03T09:00:00'),
    received_quantity: 4,
    last_receipt: 'part',
  }),
  makeReorder({ status: 'requested', requested_at: day('04-04T00:00:00') }),
  received({ requested_at: day('04-01T00:00:00'), received_at: day('04-04T12:00:00') }),
  received({
    supplier_id: 'bolts',
    requested_at: day('03-01T00:00:00'),
    received_at: day('03-22T00:00:00'),
  }),
  received({ item_id: 'glue', requested_at: day('05-01T00:00:00'), received_at: day('05-02T00:00:00') }),
  makeReorder({ item_id: 'glue', supplier_id: 'bolts', status: 'cancelled' }),
];

function received(fields: Partial<Reorder>): Reorder {
  return makeReorder({ status: 'received', received_quantity: 10, last_receipt: 'all', ...fields });
}

describe('the lead times of a workspace', () => {
  it('are the mean days from request to full receipt, for each item and supplier', () => {
    const averages = leadTimesByLink(reorders, now);
    expect(Object.fromEntries(averages)).toEqual({
      screw_acme: { average_days: 6, reorders: 3, updated_at: now },
      screw_bolts: { average_days: 21, reorders: 1, updated_at: now },
      glue_acme: { average_days: 1, reorders: 1, updated_at: now },
      glue_bolts: null,
    });
  });
});

describe('the lead time of a link', () => {
  it('is not known before something has come in full', () => {
    expect(averageLeadTime([], now)).toBeNull();
    const incomplete = reorders.filter(({ status }) => status !== 'received');
    expect(incomplete).toHaveLength(4);
    expect(averageLeadTime(incomplete, now)).toBeNull();
  });

  it('does not depend on when parts came or when it was ordered', () => {
    const plain = received({ requested_at: day('03-01T00:00:00'), received_at: day('03-08T00:00:00') });
    const inParts = { ...plain, ordered_at: day('03-06T00:00:00'), last_receipt: 'third' };
    expect(averageLeadTime([inParts], now)).toEqual(averageLeadTime([plain], now));
  });

  it('is no time for what was entered after it had come', () => {
    const late = received({ requested_at: day('03-08T00:00:00'), received_at: day('03-01T00:00:00') });
    expect(averageLeadTime([late], now)?.average_days).toBe(0);
  });

  it('leaves out every reorder that is not received, whatever its times', () => {
    const time = fc.date({ min: day('01-01T00:00:00'), max: now, noInvalidDate: true });
    const anyReorder = fc
      .record({
        status: fc.constantFrom(...REORDER_STATUSES),
        requested_at: time,
        received_at: fc.option(time),
      })
      .map(makeReorder);
    fc.assert(
      fc.property(fc.array(anyReorder), (all) => {
        const complete = all.filter(
          ({ status, received_at }) => status === 'received' && received_at !== null,
        );
        expect(averageLeadTime(all, now)).toEqual(averageLeadTime(complete, now));
        expect(averageLeadTime(all, now)?.reorders ?? 0).toBe(complete.length);
      }),
    );
  });
});

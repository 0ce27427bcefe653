import { partsImportSchema } from '@docket/model/fitment/parts-import';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { describe, expect, it } from 'vitest';
import { summary } from '../../../../fixtures/records.ts';
import { partTable } from '../../testing/make-tables.ts';
import { importState, problemsOf } from './upload-words.ts';

const imported = (status: ProcessingStatus | null, outcome: object | null = null) =>
  partsImportSchema.parse({
    file_name: 'parts.xlsx',
    storage_path: 'p',
    size: 1,
    mapping: [],
    created_by: 'u',
    created_at: new Date(0),
    outcome,
    processing_status: status === null ? {} : { parts_import: status },
  });

describe('an import in the list of imports', () => {
  it('says where it stands, and what became of its parts once it is over', () => {
    const outcome = { created: 1200, updated: 0, unchanged: 3, failed: 4 };
    expect(importState(imported(null))).toBe('Under way');
    expect(importState(imported(summary('m', 1)))).toBe('Under way');
    expect(importState(imported(summary('m', 1, { status: 'failed' })))).toBe('Failed');
    expect(importState(imported(summary('m', 1, { status: 'cancelled' })))).toBe('Cancelled');
    expect(importState(imported(summary('m', 1, { status: 'completed' }), outcome))).toBe(
      '1,200 created, 3 unchanged, 4 failed',
    );
  });
});

describe('rows with a problem', () => {
  const problem = (table: number, sheet: string, line: number) => ({
    table,
    sheet,
    line,
    reason: 'No part number',
  });
  const brakes = { ...partTable(0, []), problems: [problem(0, 'Brakes', 4)] };
  const filters = { ...partTable(1, []), problems: [problem(1, 'Filters', 4)] };

  it('name their sheets where there are several', () => {
    expect(problemsOf([brakes])).toEqual([{ line: 4, reason: 'No part number' }]);
    expect(problemsOf([brakes, filters]).map(({ sheet }) => sheet)).toEqual(['Brakes', 'Filters']);
  });
});

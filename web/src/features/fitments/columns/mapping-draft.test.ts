import { partsMappingSchema, type PartTable } from '@docket/model/fitment/part-tables';
import { describe, expect, it } from 'vitest';
import { NO_DRAFT, withRole, withUse } from '../../collections/items/columns/column-draft.ts';
import { partColumn, partTable } from '../testing/make-tables.ts';
import { isSure, mappingChanges, mappingOf, type PartTableDraft } from './mapping-draft.ts';

const NUMBER = partColumn(0, 'Teilenummer', 'part_number');
const REMARK = partColumn(2, 'Bemerkung', 'ignored');
const FIRST = partTable(0, [NUMBER, REMARK], { sheet: 'Brakes' });
const SECOND = partTable(1, [partColumn(0, 'Read me', 'ignored')], { sheet: 'Notes', used: false });
const drafts = (...said: readonly (readonly [PartTable, PartTableDraft])[]) =>
  new Map(said.map(([table, draft]) => [table.position, draft]));

describe('a correction of a file', () => {
  it('says what it changes, and of which table where there are several', () => {
    const said = drafts(
      [FIRST, withRole<'notes' | typeof REMARK.role>(NO_DRAFT, REMARK, 'notes')],
      [SECOND, withUse(NO_DRAFT, SECOND, true)],
    );
    expect(mappingChanges([FIRST, SECOND], said)).toEqual([
      'Brakes: C “Bemerkung”: Not used → Further text',
      'Notes: The table is used',
    ]);
    expect(mappingChanges([FIRST], said)).toEqual(['C “Bemerkung”: Not used → Further text']);
  });

  it('leaves to Docket what nobody has spoken about', () => {
    const said = drafts([FIRST, withRole<typeof REMARK.role>(NO_DRAFT, REMARK, 'notes')]);
    const mapping = mappingOf([FIRST, SECOND], [], said);
    expect(mapping).toEqual([{ position: 0, roles: [null, null, 'notes'], used: null }]);
    expect(partsMappingSchema.safeParse(mapping).success).toBe(true);
  });

  it('comes on top of what was said before', () => {
    const before = [{ position: 0, roles: ['part_number' as const, 'make' as const], used: true }];
    const said = drafts([FIRST, withRole<typeof REMARK.role>(NO_DRAFT, REMARK, 'notes')]);
    expect(mappingOf([FIRST], before, said)).toEqual([
      { position: 0, roles: ['part_number', 'make', 'notes'], used: true },
    ]);
  });

  it('is nothing when it is taken back', () => {
    const draft = withRole<typeof REMARK.role>(NO_DRAFT, REMARK, 'notes');
    const takenBack = drafts([FIRST, withRole(draft, REMARK, 'ignored')]);
    expect(mappingChanges([FIRST], takenBack)).toEqual([]);
    expect(mappingOf([FIRST], [], takenBack)).toEqual([]);
  });
});

describe('a reading', () => {
  it('is sure when the table is, and every column that is used', () => {
    expect(isSure(FIRST)).toBe(true);
    expect(isSure({ ...FIRST, confidence: 0.5 })).toBe(false);
    const doubtful = [{ ...NUMBER, confidence: 0.4 }];
    expect(isSure({ ...FIRST, columns: doubtful })).toBe(false);
    expect(isSure({ ...FIRST, columns: doubtful, used: false })).toBe(true);
  });
});

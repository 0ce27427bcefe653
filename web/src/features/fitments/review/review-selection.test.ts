import type { Decision } from '@docket/model/fitment/fitment-group';
import { describe, expect, it } from 'vitest';
import { rowsMaker } from './review-rows.ts';
import { chosenOf, NOTHING_SELECTED, selectedRows, selectedToo, selectionOf } from './review-selection.ts';
import { makeGroups } from './testing/make-groups.ts';

const rowsWith = (decisions: Record<string, Decision> = {}) => rowsMaker()(makeGroups(1, 4, decisions));
const ids = (rows: readonly { fitmentId: string }[]) => rows.map(({ fitmentId }) => fitmentId).toSorted();

describe('a selection', () => {
  const selection = selectionOf(new Set(['g0/f0', 'g0/f1']), NOTHING_SELECTED, rowsWith().rows);

  it('leaves out what others have decided on since it was made', () => {
    const { standing, overtaken } = selectedRows(rowsWith({ f1: 'rejected' }).rows, selection);
    expect([ids(standing), ids(overtaken)]).toEqual([['f0'], ['f1']]);
  });

  it('takes it when it is chosen as it stands now', () => {
    const now = rowsWith({ f1: 'rejected' }).rows;
    const chosen = selectionOf(new Set(selection.keys()), NOTHING_SELECTED, now);
    expect(ids(selectedRows(now, chosen).standing)).toEqual(['f0', 'f1']);
  });

  it('keeps what was seen when more is selected', () => {
    const now = rowsWith({ f1: 'rejected' }).rows;
    const more = selectionOf(new Set(['g0/f0', 'g0/f1', 'g0/f2']), selection, now);
    expect(ids(selectedRows(now, more).overtaken)).toEqual(['f1']);
    expect(ids(selectedRows(now, selectedToo(selection, now)).overtaken)).toEqual(['f1']);
    expect(selectedToo(selection, now).size).toBe(4);
  });

  it('forgets rows that are gone', () => {
    expect(selectionOf(new Set(['g0/f0', 'g9/f0']), NOTHING_SELECTED, rowsWith().rows).size).toBe(1);
  });
});

describe('what is to be decided', () => {
  it('is told group by group, without what is decided so already', () => {
    const all = rowsMaker()(makeGroups(3, 2, { f0: 'approved' }));
    const wanted = all.rows.filter(({ groupId }) => groupId !== 'g1');
    const chosen = chosenOf(all.groups, wanted, 'approved');
    expect(chosen.map(({ groupId, fitmentIds }) => [groupId, fitmentIds])).toEqual([
      ['g0', ['f1']],
      ['g2', ['f1']],
    ]);
  });

  it('is only what was decided, where it is to be pending again', () => {
    const all = rowsWith({ f0: 'approved', f3: 'rejected' });
    expect(chosenOf(all.groups, all.rows, null).map(({ fitmentIds }) => fitmentIds.toSorted())).toEqual([
      ['f0', 'f3'],
    ]);
  });
});

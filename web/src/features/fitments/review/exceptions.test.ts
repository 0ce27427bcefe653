import { describe, expect, it } from 'vitest';
import { countCodes, exceptionRows, exceptionsCsv, filterExceptions } from './exceptions.ts';
import { makeGroup } from './testing/make-groups.ts';

const groups = [
  makeGroup('g0', {
    exceptions: [
      { part: 0, code: 'unknown_make', words: 'Yogo', reasoning: '“Yogo” is no make of the vehicle table.' },
      { part: 1, code: 'no_vehicle', words: '', reasoning: 'The text names no vehicle.' },
    ],
  }),
  makeGroup('g1', {
    index: 1,
    exceptions: [
      {
        part: 0,
        code: 'unknown_make',
        words: '=Lada',
        reasoning: '“=Lada” is no make of the vehicle table.',
      },
    ],
  }),
];
const rows = exceptionRows(groups);

describe('exceptions', () => {
  it('are those of all groups, each with its part', () => {
    expect(rows.map(({ id, partNumber, words }) => [id, partNumber, words])).toEqual([
      ['g0/0', 'g0-P0', 'Yogo'],
      ['g0/1', 'g0-P1', ''],
      ['g1/0', 'g1-P0', '=Lada'],
    ]);
  });

  it('are counted by reason, those that do not occur left out', () => {
    expect(countCodes(rows)).toEqual([
      { code: 'unknown_make', count: 2 },
      { code: 'no_vehicle', count: 1 },
    ]);
  });

  it('are found by reason and by words', () => {
    expect(filterExceptions(rows, '', 'no_vehicle').map(({ id }) => id)).toEqual(['g0/1']);
    expect(filterExceptions(rows, 'table yogo', null).map(({ id }) => id)).toEqual(['g0/0']);
    expect(filterExceptions(rows, 'yogo', 'no_vehicle')).toEqual([]);
  });

  it('become a file with the reason in words, and without a cell that is a formula', () => {
    const [head, first, , third] = exceptionsCsv(rows).split('\r\n');
    expect(head).toContain('Part number,Description,Reason,What the text says,Explanation');
    expect(first).toBe('g0-P0,Brake pads 0,Unknown make,Yogo,“Yogo” is no make of the vehicle table.');
    expect(third).toContain(",'=Lada,");
  });
});

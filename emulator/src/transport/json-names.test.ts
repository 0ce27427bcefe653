import { describe, expect, it } from 'vitest';
import { requestTypeOf } from './descriptors.ts';
import { camelCase, withJsonNames } from './json-names.ts';

describe('the original names of fields', () => {
  it('are taken as well as those of JSON, however deep', () => {
    const request = {
      structured_query: {
        from: [{ collection_id: 'a', allDescendants: true }],
        where: { field_filter: { field: { field_path: 'b_c' }, op: 'EQUAL', value: { integer_value: '1' } } },
      },
      read_time: '2026-01-01T00:00:00Z',
    };
    expect(withJsonNames(requestTypeOf('RunQuery'), request)).toEqual({
      structuredQuery: {
        from: [{ collectionId: 'a', allDescendants: true }],
        where: { fieldFilter: { field: { fieldPath: 'b_c' }, op: 'EQUAL', value: { integerValue: '1' } } },
      },
      readTime: '2026-01-01T00:00:00Z',
    });
  });

  it('are told from the names in a document', () => {
    const fields = (map: string) => ({
      string_value: { [map]: { fields: { read_time: { booleanValue: true } } } },
    });
    const write = (map: string) => ({ writes: [{ update: { name: 'n', fields: fields(map) } }] });
    expect(withJsonNames(requestTypeOf('Commit'), write('map_value'))).toEqual(write('mapValue'));
  });

  it('leave what is unknown, and what has another shape, as it is', () => {
    const request = { some_thing: 1, structured_query: null, parent: ['x'] };
    expect(withJsonNames(requestTypeOf('RunQuery'), request)).toEqual({
      some_thing: 1,
      structuredQuery: null,
      parent: ['x'],
    });
  });

  it('of enums are taken for their numbers', () => {
    const orderBy = [{ field: { fieldPath: 'a' }, direction: 2 }];
    const filter = { field: { fieldPath: 'a' }, op: 5, value: { integerValue: '1' } };
    const request = { structuredQuery: { where: { fieldFilter: filter }, orderBy } };
    expect(withJsonNames(requestTypeOf('RunQuery'), request)).toEqual({
      structuredQuery: {
        where: { fieldFilter: { ...filter, op: 'EQUAL' } },
        orderBy: [{ field: { fieldPath: 'a' }, direction: 'DESCENDING' }],
      },
    });
  });

  it('are taken in the query string', () => {
    expect(camelCase('update_mask.field_paths')).toBe('updateMask.fieldPaths');
  });
});

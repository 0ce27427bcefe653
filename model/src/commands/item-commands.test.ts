import { columnMappingSchema } from '../order.ts';
import { describe, expect, it } from 'vitest';
import { editItems, type ItemChange } from './item-commands.ts';
import { forgetMapping, rememberMapping } from './mapping-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const REMOVED = Symbol('removed');
const change = (before: ItemChange['before'], after: ItemChange['after']): ItemChange => ({
  path: 'items/i',
  before,
  after,
});

describe('edits of items', () => {
  it('write the fields that differ and who changed them, and nothing besides', () => {
    const writes = editItems(actor, REMOVED, [
      change({ name: 'Coat', color: 'Moss' }, { name: 'Cape', color: 'Moss', category: null }),
    ]);
    expect(writes).toEqual([
      [
        {
          kind: 'update',
          path: 'items/i',
          fields: {
            'edits.name': 'Cape',
            'edits.category': null,
            edited_by: 'u',
            edited_at: actor.serverTime,
          },
        },
      ],
    ]);
  });

  it('take away what goes back to what was generated', () => {
    const [[write] = []] = editItems(actor, REMOVED, [change({ name: 'Coat' }, {})]);
    expect(write).toMatchObject({ fields: { 'edits.name': REMOVED } });
  });

  it('write nothing where nothing differs', () => {
    expect(editItems(actor, REMOVED, [change({ sizes: [] }, { sizes: [] })])).toEqual([]);
  });

  it('go out in groups that one commit can take', () => {
    const many = Array.from({ length: 901 }, () => change({}, { excluded: true }));
    expect(editItems(actor, REMOVED, many).map((group) => group.length)).toEqual([400, 400, 101]);
  });
});

describe('a correction of columns', () => {
  it('is remembered by the fingerprint of the headers, with its author', () => {
    const [write] = rememberMapping(actor, 'f1', { headers: ['Ref'], roles: ['season'], used: null });
    expect(write).toMatchObject({ kind: 'set', path: 'workspaces/w/column_mappings/f1' });
    expect(write?.kind === 'set' && columnMappingSchema.safeParse(write.fields).success).toBe(true);
  });

  it('is forgotten altogether', () => {
    expect(forgetMapping('w', 'f1')).toEqual([{ kind: 'delete', path: 'workspaces/w/column_mappings/f1' }]);
  });
});

import { NO_VALUES } from '@docket/model/listing/listing';
import { describe, expect, it } from 'vitest';
import { ownEdit } from './form-state.ts';
import { saveEdits } from './save-edits.ts';

const ACTOR = { workspaceId: 'w', uid: 'u', serverTime: 'now' };
const including = (names: readonly string[]) => ({ including: names });

describe('what is saved of a form', () => {
  it('is what was typed, added to what others have touched meanwhile', () => {
    const listing = { ...NO_VALUES, brand: 'Bosch', touched: ['brand' as const] };
    const edits = { ...ownEdit('title', 'Drill'), ...ownEdit('tags', ['tool']) };
    expect(saveEdits(ACTOR, 'l', listing, edits, including)).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/listings/l',
        fields: {
          title: 'Drill',
          tags: ['tool'],
          touched: { including: ['title', 'tags'] },
          updated_at: 'now',
        },
      },
    ]);
  });

  it('names the fields that remain where one was let go', () => {
    const listing = { ...NO_VALUES, brand: 'Bosch', size: 'L', touched: ['brand' as const, 'size' as const] };
    const edits = { ...ownEdit('title', 'Drill'), brand: { kind: 'released' } as const };
    const [write] = saveEdits(ACTOR, 'l', listing, edits, including);
    expect(write).toMatchObject({ fields: { title: 'Drill', touched: ['title', 'size'] } });
    expect(write).not.toHaveProperty('fields.brand');
  });
});

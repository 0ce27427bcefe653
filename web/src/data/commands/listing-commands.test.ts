import { describe, expect, it } from 'vitest';
import { deleteListing } from './listing-commands.ts';

describe('deleting a listing', () => {
  it('takes away its record alone: the functions see to the rest', () => {
    expect(deleteListing('w', 'l')).toEqual([{ kind: 'delete', path: 'workspaces/w/listings/l' }]);
  });
});

import { NO_VALUES } from '@docket/model/listing/listing';
import { notifications } from '@mantine/notifications';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Edits, ownEdit } from './form-state.ts';
import { createSaving } from './use-saving.ts';

const listing = { ...NO_VALUES, touched: [] };

function setUp(commit: () => Promise<void>) {
  const kept: Partial<Edits>[] = [];
  const shown = vi.spyOn(notifications, 'show').mockReturnValue('');
  const saving = createSaving(commit, (edits) => void kept.push(edits), listing);
  return { saving, kept, shown };
}

const refuse = async () => {
  throw Object.assign(new Error('no'), { code: 'unavailable' });
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is typed in a form that is left', () => {
  const title = ownEdit('title', 'Oak chair');

  it('is saved at once', async () => {
    const commit = vi.fn<() => Promise<void>>(async () => undefined);
    const { saving, kept, shown } = setUp(commit);
    saving.change(title);
    saving.hide();
    await vi.waitFor(() => expect(saving.store.getState().save.state).toBe('saved'));
    expect(commit).toHaveBeenCalledOnce();
    expect(kept).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
  });

  it('is kept for the next time, and said not to be saved, when it is refused after that', async () => {
    const { saving, kept, shown } = setUp(refuse);
    saving.change(title);
    saving.hide();
    await vi.waitFor(() => expect(kept).toEqual([title]));
    expect(shown).toHaveBeenCalledOnce();
  });

  it('is kept for the next time when it was refused before, which its form has said', async () => {
    const { saving, kept, shown } = setUp(refuse);
    saving.change(title);
    saving.flush();
    await vi.waitFor(() => expect(saving.store.getState().save.state).toBe('failed'));
    expect(kept).toEqual([]);
    saving.hide();
    expect(kept).toEqual([title]);
    expect(shown).not.toHaveBeenCalled();
  });
});

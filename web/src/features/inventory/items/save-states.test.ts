import { describe, expect, it } from 'vitest';
import { createSaveStates } from './save-states.ts';

function setUp() {
  const tasks: (() => void)[] = [];
  const { states, follow } = createSaveStates((task) => tasks.push(task));
  return { tasks, follow, state: () => states.getState().get('i') };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what is said of an item that is saved', () => {
  it('is that it is being saved, that it is, and then nothing', async () => {
    const { tasks, follow, state } = setUp();
    follow('i', Promise.resolve({ ok: true }));
    expect(state()).toBe('saving');
    await settled();
    expect(state()).toBe('saved');
    tasks[0]?.();
    expect(state()).toBeUndefined();
  });

  it('is nothing when it was refused or could not be asked', async () => {
    const { follow, state } = setUp();
    follow('i', Promise.resolve({ ok: false }));
    await settled();
    expect(state()).toBeUndefined();
    follow('i', Promise.reject(new Error('lost')));
    await settled();
    expect(state()).toBeUndefined();
  });

  it('is about the latest save', async () => {
    const { tasks, follow, state } = setUp();
    follow('i', Promise.resolve({ ok: true }));
    await settled();
    follow('i', new Promise(() => undefined));
    tasks[0]?.();
    expect(state()).toBe('saving');
  });
});

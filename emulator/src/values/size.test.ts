import { describe, expect, it } from 'vitest';
import { documentSize } from './size.ts';
import { decodeFields } from './wire.ts';

describe('the size of a document', () => {
  it('is what the documentation works out for its example', () => {
    const fields = decodeFields({
      type: { stringValue: 'Personal' },
      done: { booleanValue: false },
      priority: { integerValue: '1' },
      description: { stringValue: 'Learn Cloud Firestore' },
    });
    expect(documentSize(['users', 'jeff', 'tasks', 'my_task_id'], fields)).toBe(147);
  });

  it('counts bytes, not characters', () => {
    const text = (stringValue: string) => documentSize(['a', 'b'], decodeFields({ s: { stringValue } }));
    expect(text('é') - text('e')).toBe(1);
    expect(text('😀') - text('')).toBe(4);
  });
});

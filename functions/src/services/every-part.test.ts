import { describe, expect, it } from 'vitest';
import { everyPart } from './every-part.ts';

describe('several parts', () => {
  it('are all done, also when one fails first; the whole then fails and each failure is logged', async () => {
    const slow = Promise.withResolvers<void>();
    const done: string[] = [];
    const logged: object[] = [];
    const log = { error: (data: object) => logged.push(data) };
    const end = everyPart('sweep', log, {
      broken: async () => await Promise.reject(new Error('out of order')),
      // Not even begun in an orderly way.
      missing: () => {
        throw new Error('not there');
      },
      slow: async () => {
        await slow.promise;
        done.push('slow');
      },
    });
    const failure = end.catch((error: unknown) => error);
    slow.resolve();
    expect(await failure).toMatchObject({ errors: [{}, {}] });
    expect(done).toEqual(['slow']);
    expect(logged).toMatchObject([{ part: 'missing' }, { part: 'broken' }]);
  });

  it('that succeed are a whole that has', async () => {
    await expect(everyPart('sweep', { error: () => {} }, { one: async () => {} })).resolves.toBeUndefined();
  });
});

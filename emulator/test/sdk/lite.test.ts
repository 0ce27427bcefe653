/** Every public function of the Web SDK without listeners, in Node; it speaks REST everywhere. */

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { adminStand } from './admin/stand.ts';
import { checkChapter, writtenChapter } from './coverage.ts';
import { liteScenarios } from './lite/scenarios.ts';
import { closeLiteStand, liteStand } from './lite/stand.ts';
import { titled } from './scenario.ts';
import './temporal.ts';

const { api, recorder } = await vi.hoisted(async () => {
  const { publicApi } = await import('./public-api.ts');
  const { Recorder } = await import('./recorder.ts');
  const api = publicApi('@firebase/firestore', 'dist/lite/index.d.ts');
  return { api, recorder: new Recorder(api.names) };
});
vi.mock(import('firebase/firestore/lite'), async (original) => recorder.watch(await original()));

const { port, clear, close } = await adminStand();
const stand = liteStand(port);

beforeEach(() => clear());
afterAll(async () => {
  await closeLiteStand(stand);
  await close();
});

describe('the Web SDK without listeners', () => {
  it.each(titled(liteScenarios))('%s', async (_, { run, gives }) => {
    expect(await run(stand)).toEqual(gives);
  });
});

describe('COVERAGE.md', () => {
  it('lists every public function of the Web SDK without listeners', () => {
    const { untested, stale, text } = checkChapter({
      title: 'Web SDK without listeners',
      about: '`firebase/firestore/lite`, in Node and in Chromium over REST',
      api,
      recorder,
    });
    expect({ untested, stale }).toEqual({ untested: [], stale: [] });
    expect(text).toBe(writtenChapter('Web SDK without listeners', text));
  });
});

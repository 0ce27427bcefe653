/** Every public function of the Web SDK, in Node, where it speaks gRPC. */

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { adminStand } from './admin/stand.ts';
import { checkChapter, writtenChapter } from './coverage.ts';
import { titled } from './scenario.ts';
import './temporal.ts';
import { bundleOf } from './web/bundle.ts';
import { browserOnly } from './web/browser-only.ts';
import { webScenarios } from './web/scenarios.ts';
import { closeWebStand, webStand } from './web/stand.ts';

const { api, recorder } = await vi.hoisted(async () => {
  const { publicApi: read } = await import('./public-api.ts');
  const { Recorder } = await import('./recorder.ts');
  const api = read('@firebase/firestore', 'dist/index.d.ts');
  return { api, recorder: new Recorder(api.names) };
});
vi.mock(import('firebase/firestore'), async (original) => recorder.watch(await original()));

const { db, port, clear, close } = await adminStand();
const stand = webStand(port, await bundleOf(db));

beforeEach(() => clear());
afterAll(async () => {
  await closeWebStand(stand);
  await close();
});

describe('the Web SDK', () => {
  it.each(titled(webScenarios))('%s', async (_, { run, gives }) => {
    expect(await run(stand)).toEqual(gives);
  });
});

describe('COVERAGE.md', () => {
  it('lists every public function of the Web SDK', () => {
    const { untested, stale, text } = checkChapter({
      title: 'Web SDK',
      about: '`firebase/firestore`, in Node over gRPC, and the same tests in Chromium over WebChannel',
      api,
      recorder,
      elsewhere: browserOnly,
    });
    expect({ untested, stale }).toEqual({ untested: [], stale: [] });
    expect(text).toBe(writtenChapter('Web SDK', text));
  });
});

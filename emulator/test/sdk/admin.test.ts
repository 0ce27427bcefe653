/** Every public method of the Admin SDK for Node, over gRPC. */

import * as sdk from '@google-cloud/firestore';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { documents } from './admin/documents.ts';
import { equality } from './admin/equality.ts';
import { listeners } from './admin/listeners.ts';
import { manyWrites } from './admin/many-writes.ts';
import { queries } from './admin/queries.ts';
import { refused } from './admin/refused.ts';
import { settings } from './admin/settings.ts';
import { adminStand } from './admin/stand.ts';
import { transactions } from './admin/transactions.ts';
import { checkChapter, writtenChapter } from './coverage.ts';
import { publicApi } from './public-api.ts';
import { Recorder } from './recorder.ts';
import './temporal.ts';

const api = publicApi('@google-cloud/firestore', 'types/firestore.d.ts', ['FirebaseFirestore']);
const recorder = new Recorder(api.names);
recorder.watch(sdk);
const stand = await adminStand();

beforeEach(() => stand.clear());
afterAll(() => stand.close());

documents(stand);
equality(stand);
queries(stand);
transactions(stand);
manyWrites(stand);
listeners(stand);
settings(stand);
refused(stand);

describe('COVERAGE.md', () => {
  it('lists every public method of the Admin SDK', () => {
    const { untested, stale, text } = checkChapter({
      title: 'Admin SDK',
      about: '`@google-cloud/firestore`, used through `firebase-admin` in Node over gRPC',
      api,
      recorder,
    });
    expect({ untested, stale }).toEqual({ untested: [], stale: [] });
    expect(text).toBe(writtenChapter('Admin SDK', text));
  });
});

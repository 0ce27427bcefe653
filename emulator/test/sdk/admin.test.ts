/** Every public method of the Admin SDK for Node, over gRPC. */

import * as sdk from '@google-cloud/firestore';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { documents } from './admin/documents.ts';
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

const api = publicApi('@google-cloud/firestore', 'types/firestore.d.ts', ['FirebaseFirestore']);
const recorder = new Recorder(api.names);
recorder.watch(sdk);
const stand = await adminStand();

beforeEach(() => stand.clear());
afterAll(() => stand.close());

documents(stand);
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
      clientOnly: [
        ...api.names.filter((name) => name.endsWith('.isEqual')),
        'Bytes.toBase64',
        'Bytes.toString',
        'Bytes.toUint8Array',
        'Firestore.settings',
        'Timestamp.fromDate',
        // These two need Temporal, which Node does not have yet.
        'Timestamp.fromInstant',
        'Timestamp.toInstant',
        'Timestamp.toDate',
        'VectorValue.toArray',
      ],
      behind: {
        'VectorQuerySnapshot.docChanges': 'VectorQuery.get',
        'VectorQuerySnapshot.forEach': 'VectorQuery.get',
      },
    });
    expect({ untested, stale }).toEqual({ untested: [], stale: [] });
    expect(text).toBe(writtenChapter('Admin SDK', text));
  });
});

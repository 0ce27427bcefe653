/** The methods of google.firestore.v1.Firestore by name, apart from the two streams (Listen, Write). */
import { unimplemented } from '../status.ts';
import { batchWrite, begin, commit, rollback } from './commits.ts';
import {
  batchGetDocuments,
  createDocument,
  deleteDocument,
  getDocument,
  updateDocument,
} from './documents.ts';
import { listCollectionIds, listDocuments, partitionQuery } from './listing.ts';
import type { Method } from './method.ts';
import { runAggregationQuery, runQuery } from './queries.ts';

const executePipeline: Method = {
  streaming: true,
  call: () => Promise.reject(unimplemented('ExecutePipeline (pipeline queries)')),
};

export const methods: ReadonlyMap<string, Method> = new Map([
  ['GetDocument', getDocument],
  ['ListDocuments', listDocuments],
  ['CreateDocument', createDocument],
  ['UpdateDocument', updateDocument],
  ['DeleteDocument', deleteDocument],
  ['BatchGetDocuments', batchGetDocuments],
  ['BeginTransaction', begin],
  ['Commit', commit],
  ['Rollback', rollback],
  ['RunQuery', runQuery],
  ['RunAggregationQuery', runAggregationQuery],
  ['PartitionQuery', partitionQuery],
  ['ListCollectionIds', listCollectionIds],
  ['BatchWrite', batchWrite],
  ['ExecutePipeline', executePipeline],
]);

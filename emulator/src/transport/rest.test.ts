import { describe, expect, it } from 'vitest';
import { routeRest } from './rest.ts';

const documents = 'projects/p/databases/(default)/documents';

function route(method: string, path: string, body = {}) {
  return routeRest(method, new URL(`/v1/${path}`, 'http://localhost'), body);
}

describe('a REST path', () => {
  it.each([
    ['GET', `${documents}/a/b`, 'GetDocument', { name: `${documents}/a/b` }],
    ['GET', `${documents}/a`, 'ListDocuments', { parent: documents, collectionId: 'a' }],
    ['GET', `${documents}/a/b/c`, 'ListDocuments', { parent: `${documents}/a/b`, collectionId: 'c' }],
    ['DELETE', `${documents}/a/b`, 'DeleteDocument', { name: `${documents}/a/b` }],
    ['POST', `${documents}:commit`, 'Commit', { database: 'projects/p/databases/(default)' }],
    ['POST', `${documents}:batchGet`, 'BatchGetDocuments', { database: 'projects/p/databases/(default)' }],
    ['POST', `${documents}:runQuery`, 'RunQuery', { parent: documents }],
    ['POST', `${documents}/a/b:runAggregationQuery`, 'RunAggregationQuery', { parent: `${documents}/a/b` }],
    ['POST', `${documents}/a/b:listCollectionIds`, 'ListCollectionIds', { parent: `${documents}/a/b` }],
  ])('%s %s is %s', (httpMethod, path, method, request) => {
    expect(route(httpMethod, path)).toEqual({ method, request });
  });

  it('may have a colon or an escaped character in an id', () => {
    expect(route('GET', `${documents}/a/b:c`).request).toEqual({ name: `${documents}/a/b:c` });
    expect(route('GET', `${documents}/a/%C3%A9%20%25`).request).toEqual({ name: `${documents}/a/é %` });
  });

  it('carries options in the query string', () => {
    const query = 'mask.fieldPaths=a&mask.fieldPaths=b.c&currentDocument.exists=true&updateMask.fieldPaths=a';
    expect(route('PATCH', `${documents}/a/b?${query}`, { fields: {} })).toEqual({
      method: 'UpdateDocument',
      request: {
        document: { name: `${documents}/a/b`, fields: {} },
        mask: { fieldPaths: ['a', 'b.c'] },
        updateMask: { fieldPaths: ['a'] },
        currentDocument: { exists: true },
      },
    });
    expect(route('GET', `${documents}/a?pageSize=5&pageToken=x&showMissing=true`).request).toMatchObject({
      pageSize: 5,
      pageToken: 'x',
      showMissing: true,
    });
    expect(route('POST', `${documents}/a?documentId=b`, { fields: {} }).request).toMatchObject({
      documentId: 'b',
      document: { fields: {} },
    });
  });

  it.each([
    ['PUT', `${documents}/a/b`, 'No such method'],
    ['POST', `${documents}/a/b`, 'No such method'],
    ['GET', 'projects/p', 'Invalid resource name'],
  ])('%s %s is none', (httpMethod, path, message) => {
    expect(() => route(httpMethod, path)).toThrow(message);
  });
});

/** What rules are told: the request, the documents and objects it is about, and the other documents they look at. */
import { error, noOperator, nullError, refused, type Table, typeError } from './table.ts';

export const firestoreRequests: Table = {
  about: 'rules.firestore.Request',
  asked: {
    method: 'update',
    before: { owner: 'ada', count: 1 },
    after: { owner: 'ada', count: 2 },
    token: { email: 'ada@example.com', admin: true },
  },
  rows: [
    ['request.auth.uid', "'ada'"],
    ['request.auth.token.email', "'ada@example.com'"],
    ['request.auth.token.admin', 'true'],
    ['request.auth.token.missing', error('Property missing is undefined on object.')],
    ["request.auth.token.get('missing', false)", 'false'],
    ['request.auth != null', 'true'],
    ['request.method', "'update'"],
    ['request.path', '/databases/(default)/documents/things/one'],
    ['request.path[4]', "'one'"],
    ['request.time', '2026-03-04T05:06:07.089Z'],
    ['request.resource.data.count', '2'],
    ['request.resource.data.diff(resource.data).affectedKeys()', "set['count']"],
    ['request.query', error('Property query is undefined on object.')],
    ['thing', "'one'"],
    ['database', "'(default)'"],
  ],
};

export const strangers: Table = {
  about: 'rules.firestore.Request: nobody signed in, nothing there',
  asked: { uid: null, method: 'get', before: undefined },
  rows: [
    ['request.auth', 'null'],
    ['request.auth.uid', nullError],
    ['request.auth != null && request.auth.uid == thing', 'false'],
    ['resource', 'null'],
    ['resource.data', nullError],
    ['request.resource', 'null'],
  ],
};

export const lists: Table = {
  about: 'rules.firestore.Request: query',
  asked: {
    method: 'list',
    path: 'things',
    before: undefined,
    query: { limit: 10, offset: 5, orderBy: [], where: undefined },
  },
  rows: [
    ['request.query.limit', '10'],
    ['request.query.limit <= 10', 'true'],
    ['request.query.offset', '5'],
    ['request.query.orderBy', '[]'],
    ['request.method', "'list'"],
    ['resource.data.owner', error('The query does not ensure the condition.')],
  ],
};

export const resources: Table = {
  about: 'rules.firestore.Resource',
  asked: { before: { text: 'a', whole: 1, list: [1], map: { a: null } } },
  rows: [
    ['resource.data.text', "'a'"],
    ['resource.data.whole is int', 'true'],
    ["resource['data']['list'][0]", '1'],
    ['resource.data.map.a', 'null'],
    ['resource.data.missing', error('Property missing is undefined on object.')],
    ["'missing' in resource.data", 'false'],
    ['resource.data.keys().hasAll(["text", "whole"])', 'true'],
    ['resource.id', "'one'"],
    ['resource.__name__', '/databases/(default)/documents/things/one'],
    ['resource.data.text + resource.data.whole', noOperator('string + int')],
  ],
};

const at = (path: string) => `/databases/$(database)/documents/${path}`;
const missing = (name: string, path: string) =>
  error(
    `Service call error. Function: [${name}]: there is no document /databases/(default)/documents/${path}.`,
  );

export const otherDocuments: Table = {
  about: 'rules.firestore: other documents',
  asked: {
    method: 'create',
    before: undefined,
    after: {},
    documents: { 'people/ada': { role: 'owner' }, 'people/gone': {} },
    documentsAfter: { 'people/ada': { role: 'editor' }, 'people/new': { role: 'viewer' } },
  },
  rows: [
    [`exists(${at('people/ada')})`, 'true'],
    [`exists(${at('people/new')})`, 'false'],
    [`existsAfter(${at('people/new')})`, 'true'],
    [`existsAfter(${at('people/gone')})`, 'false'],
    [`get(${at('people/ada')}).data.role`, "'owner'"],
    [`get(${at('people/$(request.auth.uid)')}).id`, "'ada'"],
    [`getAfter(${at('people/ada')}).data.role`, "'editor'"],
    [`getAfter(${at('people/new')}).__name__`, '/databases/(default)/documents/people/new'],
    // Documented as null; production and Google's emulator fail.
    [`get(${at('people/nobody')})`, missing('get', 'people/nobody')],
    [`get(${at('people/nobody')}) == null || true`, 'true'],
    [`getAfter(${at('people/gone')})`, missing('getAfter', 'people/gone')],
    ['get(/people/ada)', error('Not the path of a document: /people/ada.')],
    ["get('people/ada')", typeError('string', 'path')],
    ['get(null)', typeError('null', 'path')],
    ['exists(/databases/other/documents/people/ada)', 'false'],
  ],
};

export const debugging: Table = {
  about: 'rules.debug',
  rows: [
    ["debug('abc')", "'abc'"],
    ['debug(debug(1) + 1)', '2'],
    ['debug(request.auth.uid == "ada")', 'true'],
    ['debug(null)', 'null'],
    ['debug(1 / 0)', error('Division by zero.')],
    ['debug()', refused('Wrong number of arguments for debug: expected 1, found 0.')],
  ],
};

/** Objects as the Storage emulator describes them. */
export const storage: Table = {
  about: 'rules.storage',
  asked: {
    service: 'firebase.storage',
    path: 'b/bucket/o/images/cat.png',
    method: 'update',
    before: { name: 'images/cat.png', bucket: 'bucket', size: 10, contentType: 'image/png', generation: 7 },
    after: { name: 'images/cat.png', size: 20, contentType: 'image/png', metadata: { album: 'pets' } },
    documents: { 'albums/pets': { open: true } },
  },
  rows: [
    ['request.auth.uid', "'ada'"],
    ['request.method', "'update'"],
    ['request.path', '/b/bucket/o/images/cat.png'],
    ['request.time.year()', '2026'],
    ['request.resource.size', '20'],
    ['request.resource.metadata.album', "'pets'"],
    ["request.resource.contentType.matches('image/.*')", 'true'],
    ['request.resource.size > resource.size', 'true'],
    ['resource.name', "'images/cat.png'"],
    ['resource.bucket', "'bucket'"],
    ['resource.generation', '7'],
    ['resource.md5Hash', error('Property md5Hash is undefined on object.')],
    ['object', '/images/cat.png'],
    ['bucket', "'bucket'"],
    ['firestore.exists(/databases/(default)/documents/albums/pets)', 'true'],
    ['firestore.get(/databases/(default)/documents/albums/pets).data.open', 'true'],
    ['firestore.exists(/databases/(default)/documents/albums/none)', 'false'],
    ['firestore.get(/databases/(default)/documents/albums/none)', missing('get', 'albums/none')],
    ['exists(/databases/(default)/documents/albums/pets)', refused('Invalid function name: exists.')],
    [
      'firestore.getAfter(/databases/(default)/documents/albums/pets)',
      refused('Invalid function name: firestore.getAfter.'),
    ],
  ],
};

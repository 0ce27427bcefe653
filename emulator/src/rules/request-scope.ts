/** The variables `request` and `resource`, and the path to match, of each case of a request. */
import { documentValue } from './document-access.ts';
import { type PathElement, pathOf } from './match-path.ts';
import { casesOf } from './query-facts.ts';
import type { RulesDocument, RulesQuery, RulesRequest } from './request.ts';
import { anyString, openMap, type Unknown } from './unknown.ts';
import {
  dateValue,
  fromJson,
  intValue,
  listValue,
  mapValue,
  nullValue,
  type RulesValue,
  stringValue,
} from './values.ts';

/** One state of affairs that must be allowed. A list has one for each alternative of its query, all else exactly one. */
export interface RequestCase {
  readonly path: readonly PathElement[];
  readonly variables: ReadonlyMap<string, RulesValue | Unknown>;
}

export function casesOfRequest(request: RulesRequest): readonly RequestCase[] {
  if (request.service === 'firebase.storage') {
    return [requestCase(request, request.path, metadata(request.resource), metadata(request.newResource))];
  }
  const database = request.database ?? '(default)';
  const root = ['databases', database, 'documents'];
  if (request.method !== 'list') {
    const [before, after] = [request.resource, request.newResource];
    return [
      requestCase(
        request,
        [...root, ...request.path],
        documentValue(before, database),
        documentValue(after, database),
      ),
    ];
  }
  return casesOf(request.path, request.query ?? { limit: null, offset: null }).map(({ path, data }) => {
    const full = [...root, ...path];
    const id = full.at(-1);
    const resource = openMap(
      new Map<string, RulesValue | Unknown>([
        ['data', data],
        ['id', typeof id === 'string' ? stringValue(id) : anyString],
        ['__name__', pathOf(full)],
      ]),
    );
    return requestCase(request, full, resource, nullValue);
  });
}

function metadata(object: RulesDocument | null): RulesValue {
  return object?.data ?? nullValue;
}

function requestCase(
  request: RulesRequest,
  path: readonly PathElement[],
  resource: RulesValue | Unknown,
  newResource: RulesValue,
): RequestCase {
  const known = new Map<string, RulesValue>([
    ['auth', authValue(request.auth)],
    ['method', stringValue(request.method)],
    ['time', dateValue(request.time)],
    ['resource', newResource],
  ]);
  if (request.method === 'list' && request.service === 'cloud.firestore') {
    known.set('query', queryValue(request.query));
  }
  const fullPath = pathOf(path);
  return {
    path,
    variables: new Map<string, RulesValue | Unknown>([
      ['resource', resource],
      [
        'request',
        fullPath.kind === 'unknown'
          ? openMap(new Map<string, RulesValue | Unknown>([...known, ['path', fullPath]]))
          : mapValue([...known, ['path', fullPath]]),
      ],
    ]),
  };
}

function authValue(auth: RulesRequest['auth']): RulesValue {
  return auth
    ? mapValue([
        ['uid', stringValue(auth.uid)],
        ['token', fromJson(auth.token)],
      ])
    : nullValue;
}

function queryValue(query: RulesQuery | undefined): RulesValue {
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? nullValue : intValue(value);
  return mapValue([
    ['limit', count(query?.limit)],
    ['offset', count(query?.offset)],
    ['orderBy', listValue((query?.orderBy ?? []).map(fromJson))],
  ]);
}

/**
 * REST: maps method, path and query string of `/v1/…` to a method of the service and its request.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { callerOf } from '../access/caller.ts';
import { parseName } from '../paths.ts';
import { methods } from '../service/methods.ts';
import type { ServerState } from '../service/server-state.ts';
import { errorBody, httpCode, invalidArgument, StatusError } from '../status.ts';
import { isJsonObject, type JsonObject } from '../values/wire.ts';
import { requestTypeOf } from './descriptors.ts';
import { readJson } from './http-body.ts';
import { decodedPath } from './http-path.ts';
import { camelCase, withJsonNames } from './json-names.ts';
import { type Log, refusal } from './refusal.ts';

/** A call found behind an HTTP request. */
export interface RestCall {
  /** A name in {@link methods}. */
  readonly method: string;
  readonly request: JsonObject;
}

/** Verbs behind a colon that name the database in their request, and those that name a parent. */
const databaseVerbs: ReadonlyMap<string, string> = new Map([
  ['batchGet', 'BatchGetDocuments'],
  ['beginTransaction', 'BeginTransaction'],
  ['commit', 'Commit'],
  ['rollback', 'Rollback'],
  ['batchWrite', 'BatchWrite'],
  ['executePipeline', 'ExecutePipeline'],
]);
const parentVerbs: ReadonlyMap<string, string> = new Map([
  ['runQuery', 'RunQuery'],
  ['runAggregationQuery', 'RunAggregationQuery'],
  ['listCollectionIds', 'ListCollectionIds'],
  ['partitionQuery', 'PartitionQuery'],
]);

/** Answers one request below `/v1/`. */
export async function handleRest(
  { state, log }: { readonly state: ServerState; readonly log: Log },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  let streaming = false;
  try {
    const body = await readJson(request);
    const call = routeRest(request.method ?? 'GET', url, isJsonObject(body) ? body : {});
    const method = methods.get(call.method);
    if (!method) {
      throw new StatusError('NOT_FOUND', `No such method: ${call.method}`);
    }
    streaming = method.streaming;
    const message = withJsonNames(requestTypeOf(call.method), call.request);
    const messages = await method.call(state, callerOf(request.headers.authorization), message);
    sendJson(response, 200, streaming ? messages : messages[0]);
  } catch (thrown) {
    const error = refusal(thrown, log);
    sendJson(response, httpCode(error.status), streaming ? [errorBody(error)] : errorBody(error));
  }
}

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, code: number, content: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(content));
}

/** Finds the call. Throws NOT_FOUND for a path that is none of the API's, INVALID_ARGUMENT for a damaged one. */
export function routeRest(httpMethod: string, url: URL, body: JsonObject): RestCall {
  const path = decodedPath(url).replace(/^\/v1\//, '');
  const [, target, verb] = /^(.*?)(?::([A-Za-z]+))?$/s.exec(path) ?? [];
  if (httpMethod === 'POST' && target !== undefined && verb !== undefined) {
    const onDatabase = databaseVerbs.get(verb);
    if (onDatabase) {
      return { method: onDatabase, request: { ...body, database: target.replace(/\/documents$/, '') } };
    }
    const onParent = parentVerbs.get(verb);
    if (onParent) {
      return { method: onParent, request: { ...body, parent: target } };
    }
  }
  return routeResource(httpMethod, path, url.searchParams, body);
}

function routeResource(httpMethod: string, name: string, query: URLSearchParams, body: JsonObject): RestCall {
  const { segments } = parseName(name);
  const isCollection = segments.length % 2 === 1;
  const options = readOptions(withJsonKeys(query));
  if (isCollection) {
    const cut = name.lastIndexOf('/');
    const place = { parent: name.slice(0, cut), collectionId: name.slice(cut + 1) };
    if (httpMethod === 'GET') {
      return { method: 'ListDocuments', request: { ...options, ...place } };
    }
    if (httpMethod === 'POST') {
      return { method: 'CreateDocument', request: { ...options, ...place, document: body } };
    }
  } else if (httpMethod === 'GET') {
    return { method: 'GetDocument', request: { ...options, name } };
  } else if (httpMethod === 'PATCH') {
    return { method: 'UpdateDocument', request: { ...options, document: { ...body, name } } };
  } else if (httpMethod === 'DELETE') {
    return { method: 'DeleteDocument', request: { ...options, name } };
  }
  throw new StatusError('NOT_FOUND', `No such method: ${httpMethod} ${name}`);
}

function withJsonKeys(query: URLSearchParams): URLSearchParams {
  const renamed = new URLSearchParams();
  for (const [key, value] of query) {
    renamed.append(camelCase(key), value);
  }
  return renamed;
}

const textOptions = ['pageToken', 'orderBy', 'documentId', 'transaction', 'readTime'];
const maskOptions = ['mask', 'updateMask'];

/** The parts of a request that travel in the query string. */
function readOptions(query: URLSearchParams): JsonObject {
  const options: JsonObject = {};
  for (const name of textOptions) {
    const text = query.get(name);
    if (text !== null) {
      options[name] = text;
    }
  }
  for (const name of maskOptions) {
    if (query.has(`${name}.fieldPaths`)) {
      options[name] = { fieldPaths: query.getAll(`${name}.fieldPaths`) };
    }
  }
  if (query.has('pageSize')) {
    options['pageSize'] = Number(query.get('pageSize'));
  }
  if (query.has('showMissing')) {
    options['showMissing'] = readBoolean(query, 'showMissing');
  }
  if (query.has('currentDocument.exists')) {
    options['currentDocument'] = { exists: readBoolean(query, 'currentDocument.exists') };
  } else if (query.has('currentDocument.updateTime')) {
    options['currentDocument'] = { updateTime: query.get('currentDocument.updateTime') };
  }
  return options;
}

function readBoolean(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  if (text !== 'true' && text !== 'false') {
    throw invalidArgument(`${name} must be true or false.`);
  }
  return text === 'true';
}

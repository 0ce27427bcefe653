/** The protocol between the Storage emulator of firebase-tools and the rules runtime. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { StorageRuntime } from './storage-runtime.ts';

const rules = (body: string) =>
  `rules_version = '2'; service firebase.storage { match /b/{bucket}/o { ${body} } }`;
const load = (id: number, content: string, rulesetName = '0') => ({
  action: 'load_ruleset',
  context: { rulesetName, source: { files: [{ name: '/project/storage.rules', content }] } },
  id,
});
const typed = (value: unknown): unknown => {
  if (typeof value === 'string') {
    return { string_value: value };
  }
  return typeof value === 'number' ? { int_value: value } : { null_value: null };
};
const object = (fields: Record<string, unknown>) => ({
  map_value: {
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(value)])),
  },
});
const verify = (id: number, method: string, fields: Record<string, unknown> = {}, rulesetName = '0') => ({
  action: 'verify',
  context: {
    rulesetName,
    service: 'firebase.storage',
    path: '/b/bucket/o/pub/a.txt',
    method,
    variables: { resource: { null_value: null }, request: { map_value: { fields } } },
  },
  id,
});
const answer = (id: number, permit: boolean) => ({
  id,
  status: 'ok',
  errors: [],
  warnings: [],
  result: { permit },
});

/** A runtime with these rules loaded. */
function runtimeWith(body: string): StorageRuntime {
  const runtime = new StorageRuntime();
  runtime.handle(load(0, rules(body)));
  return runtime;
}

it('prints what goes through debug in the rules', () => {
  const printed: string[] = [];
  const runtime = new StorageRuntime((line) => printed.push(line));
  runtime.handle(load(0, rules("match /{all=**} { allow get: if debug(request.method) == 'get'; }")));
  expect(runtime.handle(verify(1, 'get'))).toEqual(answer(1, true));
  expect(printed).toEqual(["string_value: 'get'"]);
});

describe('loading a ruleset', () => {
  it('answers with its version', () => {
    expect(new StorageRuntime().handle(load(3, rules('')))).toEqual({
      id: 3,
      status: 'ok',
      errors: [],
      warnings: [],
      result: { rulesVersion: 2 },
    });
  });

  it('reports errors with their place, and keeps the rulesets it has', () => {
    const runtime = runtimeWith('match /{all=**} { allow get; }');
    expect(runtime.handle(load(1, 'service {', '1'))).toEqual({
      id: 1,
      status: 'ok',
      errors: ["storage.rules:1:9 - ERROR Unexpected '{': expected the name of a service."],
      warnings: [],
    });
    expect(runtime.handle(verify(2, 'get'))).toEqual(answer(2, true));
  });

  it('passes warnings on', () => {
    const loaded = new StorageRuntime().handle(load(0, 'service firebase.storage { }'));
    expect(loaded).toMatchObject({
      result: { rulesVersion: 1 },
      warnings: [expect.stringMatching(/^storage.rules:1:1 - WARNING /)],
    });
  });
});

describe('a request', () => {
  it('is decided by its object before and after, its size, type and time', () => {
    const runtime = runtimeWith(`match /{folder}/{file} {
      allow create: if request.resource.size < 10 && request.resource.contentType.matches('image/.*')
        && request.time is timestamp && folder == 'pub' && file == 'a.txt' && request.auth.uid == 'ada'
        && request.path == /b/bucket/o/pub/a.txt && request.method == 'create' && resource == null; }`);
    const fields = (size: number) => ({
      resource: object({ size, contentType: 'image/png', md5Hash: null }),
      auth: object({ uid: 'ada' }),
      time: { timestamp_value: '2026-03-04T05:06:07.089Z' },
      path: { path_value: { segments: ['b', 'bucket', 'o', 'pub', 'a.txt'].map((simple) => ({ simple })) } },
    });
    expect(runtime.handle(verify(1, 'create', fields(9)))).toEqual(answer(1, true));
    expect(runtime.handle(verify(2, 'create', fields(10)))).toEqual(answer(2, false));
  });

  it('understands every type of value', () => {
    const values = {
      yes: { bool_value: true },
      half: { float_value: 0.5 },
      bytes: { bytes_value: 'YWJj' },
      second: { duration_value: { seconds: 1, nanos: '5' } },
      place: { latlng_value: { lat: 1, lng: 2 } },
      list: { list_value: { values: [{ int_value: '7' }] } },
      set: { set_value: { values: [{ int_value: 7 }] } },
    };
    const runtime = runtimeWith(`match /{all=**} { allow get: if request.yes && request.half == 0.5
      && request.bytes.size() == 3 && request.second == duration.time(0, 0, 1, 5)
      && request.place == latlng.value(1, 2) && request.list == [7] && request.set == [7].toSet(); }`);
    expect(runtime.handle(verify(1, 'get', values))).toEqual(answer(1, true));
  });

  it('asks for the Firestore documents that the rules look at, one by one', () => {
    const runtime = runtimeWith(`match /{all=**} { allow get:
      if firestore.exists(/databases/(default)/documents/a/b)
      && firestore.get(/databases/(default)/documents/a/b).data.open
      && !firestore.exists(/databases/(default)/documents/c/d); }`);
    const question = (id: number, path: string) => ({
      id,
      server_request_id: id,
      status: 'ok',
      action: 'fetch_firestore_document',
      context: { path },
    });
    const found = {
      result: {
        name: 'projects/p/databases/(default)/documents/a/b',
        fields: { open: { booleanValue: true } },
      },
      status: 'ok',
    };
    expect(runtime.handle(verify(7, 'get'))).toEqual(question(7, '/databases/(default)/documents/a/b'));
    expect(runtime.handle(verify(8, 'get'))).toEqual(question(8, '/databases/(default)/documents/a/b'));
    expect(runtime.handle({ ...found, id: 7 })).toEqual(question(7, '/databases/(default)/documents/c/d'));
    expect(runtime.handle({ id: 7, status: 'not_found', warnings: [], errors: [] })).toEqual(answer(7, true));
    expect(runtime.handle({ id: 8, status: 'not_found', warnings: [], errors: [] })).toEqual(
      answer(8, false),
    );
  });

  it('may look at two documents', () => {
    const runtime = runtimeWith(
      `match /{all=**} { allow get: if ${['a', 'b', 'c'].map((id) => `!firestore.exists(/databases/(default)/documents/x/${id})`).join(' && ')}; }`,
    );
    runtime.handle(verify(1, 'get'));
    runtime.handle({ id: 1, status: 'not_found' });
    expect(runtime.handle({ id: 1, status: 'not_found' })).toEqual(answer(1, false));
  });
});

describe('a message that makes no sense', () => {
  it.each<[string, unknown, string]>([
    ['an unknown action', { id: 5, action: 'dance' }, 'Not a request that the runtime knows: dance.'],
    [
      'a document nobody asked for',
      { id: 5, status: 'ok' },
      'Not a request that the runtime knows: undefined.',
    ],
    ['an unknown ruleset', verify(5, 'get', {}, '9'), 'No ruleset named 9 is loaded.'],
    [
      'a value of unknown type',
      verify(5, 'get', { x: { odd_value: 1 } }),
      'Unknown type of value: odd_value.',
    ],
    ['an instant that is none', verify(5, 'get', { x: { timestamp_value: 'now' } }), 'Not a timestamp.'],
    [
      'a ruleset without files',
      { ...load(5, ''), context: { rulesetName: 'x', source: { files: [] } } },
      'The ruleset has no file.',
    ],
  ])('is answered all the same: %s', (_, message, error) => {
    expect(runtimeWith('').handle(message)).toEqual({ id: 5, status: 'ok', errors: [error], warnings: [] });
  });

  it('without an id has nobody to answer', () => {
    expect(new StorageRuntime().handle('hello')).toBeUndefined();
    expect(new StorageRuntime().handle({ action: 'verify' })).toBeUndefined();
  });
});

describe('the process', () => {
  it('greets, answers line by line, and ends with code 0 when interrupted', async () => {
    const child = spawn(process.execPath, [new URL('./storage-runtime-cli.ts', import.meta.url).pathname], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
    expect(await next()).toEqual({ id: -1, status: 'ok', action: '' });
    child.stdin.write(`not json\n${JSON.stringify(load(0, rules('match /{all=**} { allow get; }')))}\n`);
    child.stdin.write(`${JSON.stringify(verify(1, 'get'))}\n`);
    expect(await next()).toMatchObject({ id: 0, errors: [] });
    expect(await next()).toEqual(answer(1, true));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

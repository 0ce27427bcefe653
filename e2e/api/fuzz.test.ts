/**
 * Every operation of the HTTP API with what its description asks for and with what nobody should send, by everybody: whatever comes,
 * the answer is one that the description knows, nothing of it tells of the inside, and nobody sees or changes another workspace.
 */
import { paths } from '@docket/model/paths';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiBench, openApiBench, WORKSPACE } from '../../functions/test/api-bench.ts';
import { openApiDocument } from '@docket/model/api/openapi';
import { anyValue, HOSTILE_TEXTS } from './any-value.ts';
import { type ApiAnswer, type DescribedOperation, OpenApiClient, textOf } from './openapi-client.ts';
import { idsFor, OTHER_WORKSPACE, SECRET, seedBoth } from './two-workspaces.ts';

/** Requests an operation; more for whoever wants to look longer. */
const RUNS = Number(process.env['DOCKET_FUZZ_RUNS'] ?? 40);

let bench: ApiBench;
let client: OpenApiClient;
let callers: (string | null)[];
/** Of the other workspace. */
let strangers: string[];
const { paths: described } = openApiDocument('fuzz');
const operationIds = Object.values(described ?? {}).flatMap((methods) =>
  Object.values(methods).flatMap((operation) =>
    typeof operation === 'object' && 'operationId' in operation ? [String(operation.operationId)] : [],
  ),
);

beforeAll(async () => {
  bench = await openApiBench({
    DOCKET_API_REQUESTS_PER_MINUTE: '1000000',
    DOCKET_API_STARTS_PER_MINUTE: '1000000',
    DOCKET_API_REFUSALS_PER_MINUTE: '1000000',
  });
  await bench.member('rita', 'reviewer');
  await bench.member('vic', 'viewer');
  await bench.member('eve', 'owner', OTHER_WORKSPACE);
  await bench.db
    .doc(paths.workspace(OTHER_WORKSPACE))
    .set({ name: SECRET, created_by: 'eve', created_at: bench.now });
  strangers = ['token-eve', await bench.key(['read', 'review', 'edit', 'administer'], OTHER_WORKSPACE)];
  callers = [
    ...strangers,
    'token-ada',
    'token-ada',
    'token-ada',
    'token-rita',
    'token-vic',
    null,
    'nonsense',
    await bench.key(['read']),
    await bench.key(['read', 'edit']),
  ];
  client = new OpenApiClient(openApiDocument('fuzz'), 'http://api.invalid', {
    send: async (request) => await bench.send(request),
    token: null,
  });
});
beforeEach(async () => await seedBoth(bench.db));
afterAll(async () => await bench.close());

/** What an address can hold: no half characters, and no dots that whoever sends it would take away. */
const IN_ADDRESS = HOSTILE_TEXTS.filter((text) => !['', '.', '..', '\uD800'].includes(text));

/** What stands in the path: what is there, what is elsewhere, what is nothing. */
function anyPath(names: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const one = (name: string) =>
    name === 'workspace_id'
      ? fc.oneof(
          { arbitrary: fc.constant(WORKSPACE), weight: 6 },
          { arbitrary: fc.constantFrom(OTHER_WORKSPACE, 'nowhere', ...IN_ADDRESS), weight: 1 },
        )
      : fc.oneof(
          { arbitrary: fc.constantFrom(...idsFor(name)), weight: 4 },
          { arbitrary: fc.constantFrom('none', ...IN_ADDRESS), weight: 1 },
        );
  return fc.record(Object.fromEntries(names.map((name) => [name, one(name)])));
}

function anyCall(operation: DescribedOperation) {
  const components = client.document.components.schemas;
  const of = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const query = fc.record(
    Object.fromEntries(
      of('query').map(({ name, schema }) => [name, anyValue(schema, components).map(textOf)]),
    ),
    { requiredKeys: [] },
  );
  return fc.record({
    token: fc.constantFrom(...callers),
    path: anyPath(of('path').map(({ name }) => name)),
    query,
    body:
      operation.bodySchema === null
        ? fc.constant(undefined)
        : operation.mediaType === 'multipart/form-data'
          ? anyValue(operation.bodySchema, components).map((value) =>
              typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { file: 'none' },
            )
          : anyValue(operation.bodySchema, components),
    headers: fc.constantFrom<Record<string, string>[]>(
      {},
      {},
      { 'idempotency-key': 'one' },
      { 'idempotency-key': 'x'.repeat(500) },
    ),
  });
}

/** Nothing that only the inside knows. */
function expectDiscreet({ status, body, headers }: ApiAnswer): void {
  const text = `${JSON.stringify(body)}\n${JSON.stringify([...headers])}`;
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat .*\.(?:ts|js):\d|node_modules|firebase-admin|ZodError|TypeError/u);
}

/** Strangers stay out of their own workspace, so that nothing there may ever change. */
function placed<C extends { token: string | null; path: Record<string, string> }>(call: C): C {
  const isStranger = call.token !== null && strangers.includes(call.token);
  if (!isStranger || call.path['workspace_id'] !== OTHER_WORKSPACE) return call;
  return { ...call, path: { ...call.path, workspace_id: WORKSPACE } };
}

describe('the HTTP API, whatever it is sent', () => {
  it.each(operationIds)('%s answers as described, and lets nothing out', async (id) => {
    const before = await bench.dump(paths.workspace(OTHER_WORKSPACE));
    await fc.assert(
      fc.asyncProperty(anyCall(client.operation(id)), async (any) => {
        const call = placed(any);
        const answer = await client.call(id, call);
        expectDiscreet(answer);
        const { token } = call;
        const isKnown = token !== null && token !== 'nonsense';
        const isStranger = token !== null && strangers.includes(token);
        expect({
          tells: token !== 'token-eve' && JSON.stringify(answer.body).includes(SECRET),
          lets: !isKnown && answer.status !== 401,
          starts: isStranger && answer.status === 202,
        }).toEqual({ tells: false, lets: false, starts: false });
      }),
      { numRuns: RUNS },
    );
    expect(bench.errors).toEqual([]);
    expect(await bench.dump(paths.workspace(OTHER_WORKSPACE))).toEqual(before);
  });
});

import { fitmentJobOperations } from '@docket/model/api/fitments/jobs';
import { ApiProblem } from '@docket/model/api/problem';
import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { readRequest } from './read-request.ts';

/** Reads a body that was sent to create a fitment job. */
async function read(text: string) {
  return await readRequest(fitmentJobOperations.createFitmentJob, {
    path: { workspace_id: 'w1' },
    query: new URLSearchParams(),
    contentType: 'application/json',
    bytes: new TextEncoder().encode(text),
  });
}

/** The problem that a body is; null when it is none. */
async function problemWith(text: string): Promise<ApiProblem | null> {
  try {
    await read(text);
    return null;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe('a body of JSON', () => {
  it('may have as many entries as the longest list that is taken, and says of one more that it is too many', async () => {
    expect(await problemWith(JSON.stringify({ part_ids: ids(LIMITS.partsPerJob) }))).toBeNull();
    const problem = await problemWith(JSON.stringify({ part_ids: ids(LIMITS.partsPerJob + 1) }));
    expect(problem?.about.errors).toMatchObject([{ in: 'body', pointer: '/part_ids' }]);
  });

  it('is not looked at entry by entry when a list is far too long', async () => {
    for (const text of [
      `{"part_ids":[${'0,'.repeat(900_000)}0]}`,
      `{${ids(100_000)
        .map((id) => `"${id}":0`)
        .join(',')}}`,
    ]) {
      const problem = await problemWith(text);
      expect(problem?.code).toBe('invalid_request');
      expect(problem?.message).toBe('A list in the body is far too long.');
    }
  });

  it('is refused by its size before it is parsed', async () => {
    const problem = await problemWith(' '.repeat(LIMITS.apiJsonBytes + 1));
    expect(problem?.code).toBe('payload_too_large');
  });

  it('may be as deep as it likes, and is wrong all the same', async () => {
    const deep = 500_000;
    expect((await problemWith(`${'['.repeat(deep)}${']'.repeat(deep)}`))?.code).toBe('invalid_request');
  });

  it.each(['{"name":"\\ud800"}', '{"\\udc00":1}', '{"part_ids":[["\\ud83d"]]}'])(
    'is no JSON with half a character: %s',
    async (text) => {
      expect((await problemWith(text))?.message).toBe('The body is not JSON in UTF-8.');
    },
  );

  it('is answered shortly, however much of it is wrong', async () => {
    const problem = await problemWith(JSON.stringify({ part_ids: ['p'], ['x'.repeat(100_000)]: 1 }));
    expect(problem?.code).toBe('invalid_request');
    expect(JSON.stringify(problem?.toBody('urn:uuid:0')).length).toBeLessThan(2_000);
  });
});

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { serve } from './serve.ts';

/** Sends bodies of so many bytes at once to a router that answers when it is told to; yields which it has been given so far. */
function sendAll(sizes: readonly number[]) {
  const given: number[] = [];
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const router = {
    fetch: async (request: Request) => {
      given.push((await request.arrayBuffer()).byteLength);
      await told;
      return new Response(null, { status: 204 });
    },
  };
  const responses = sizes.map(() => new ServerResponse(new IncomingMessage(new Socket())));
  const served = responses.map(async (response, index) => {
    const rawBody = Buffer.alloc(sizes[index] ?? 0);
    await serve(router, { method: 'POST', url: '/v1/workspaces', headers: {}, rawBody }, response);
    return response.statusCode;
  });
  return { given, tell, served: Promise.all(served) };
}

describe('requests with large bodies', () => {
  it('are dealt with two at a time, for each takes many times its size; small ones do not wait for them', async () => {
    const sent = sendAll([2_000_000, 2_000_001, 2_000_002, 10, 11]);
    await expect.poll(() => sent.given.length).toBe(4);
    expect(sent.given.toSorted((a, b) => a - b)).toEqual([10, 11, 2_000_000, 2_000_001]);
    sent.tell();
    expect(await sent.served).toEqual([204, 204, 204, 204, 204]);
    expect(sent.given).toContain(2_000_002);
  });
});

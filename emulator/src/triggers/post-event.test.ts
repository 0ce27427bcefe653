import { Agent, createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { outcomeOf, postEvent } from './post-event.ts';

describe('an answer', () => {
  it.each([
    [200, '{"status":"acknowledged"}', 'delivered'],
    [204, 'Background triggers are currently disabled.', 'delivered'],
    [404, 'Function f does not exist', 'unreached'],
    [500, 'The handler failed', 'failed'],
    [500, '{"errno":-104,"code":"ECONNRESET","syscall":"read"}', 'interrupted'],
    [503, '', 'interrupted'],
    [431, '', 'refused'],
  ])('%i %s means: %s', (status, answer, kind) => {
    expect(outcomeOf(status, answer)).toMatchObject({ kind });
  });
});

describe('an attempt', () => {
  const event = { headers: { 'ce-id': '1' }, body: 'é' };
  const never = new AbortController().signal;
  const agent = new Agent({ keepAlive: true });
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(listener: RequestListener): Promise<string> {
    const started = createServer(listener);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const address = started.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/f`;
  }

  it('sends headers and body', async () => {
    let heard = '';
    const url = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (chunk) => {
        heard += `${String(request.headers['ce-id'])} ${chunk}`;
      });
      request.on('end', () => response.end());
    });
    const soon = Promise.resolve(60_000);
    expect(await postEvent(url, event, agent, soon, never)).toEqual({ kind: 'delivered' });
    expect(heard).toBe('1 é');
  });

  it('is over when there is no answer in time', async () => {
    const url = await serve(() => {});
    const outcome = await postEvent(url, event, agent, Promise.resolve(20), never);
    expect(outcome).toEqual({ kind: 'interrupted', reason: 'no answer for 0.02 s' });
  });

  it('is over when the emulator ends', async () => {
    const url = await serve(() => {});
    const ending = new AbortController();
    const attempt = postEvent(url, event, agent, Promise.resolve(60_000), ending.signal);
    ending.abort();
    expect(await attempt).toMatchObject({ kind: 'interrupted' });
  });

  it('knows a lost connection from none', async () => {
    const url = await serve((request) => request.socket.destroy());
    const soon = Promise.resolve(60_000);
    expect(await postEvent(url, event, agent, soon, never)).toMatchObject({ kind: 'interrupted' });
    const closed = new Promise((resolve) => server?.close(resolve));
    server?.closeAllConnections();
    await closed;
    expect(await postEvent(url, event, agent, soon, never)).toMatchObject({ kind: 'unreached' });
  });

  it('is refused when it cannot even be made', async () => {
    const bad = { headers: { 'ce-id': '日' }, body: '' };
    expect(await postEvent('http://127.0.0.1:1/', bad, agent, Promise.resolve(1), never)).toMatchObject({
      kind: 'refused',
    });
  });
});

/** Web servers on this machine for tests, well-behaved or not. */
import { type Socket, createServer as createRawServer, type Server } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { afterEach } from 'vitest';

const closing: (() => Promise<void>)[] = [];

/** Has `close` called after the test, the latest first. */
export function afterTest(close: () => Promise<void>): void {
  closing.unshift(close);
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that is closed after the test. Returns its port. */
export async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  afterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return await portOf(server);
}

/** A server that says whatever it likes as soon as somebody asks, HTTP or not. Returns its port. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('data', () => answer(socket));
  });
  afterTest(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return await portOf(server);
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

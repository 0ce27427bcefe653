/** One port for gRPC and HTTP/1.1: the first bytes of a connection tell them apart. */

import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Server as GrpcServer, ServerCredentials } from '@grpc/grpc-js';

/** How every HTTP/2 connection begins ("PRI * HTTP/2.0"). */
const http2Preface = Buffer.from('PRI');

/** Times in milliseconds, by which the first bytes, and the whole head of a first HTTP request, must have come. */
export interface PortTimes {
  readonly firstBytes: number;
  readonly firstHead: number;
}

export const defaultPortTimes: PortTimes = { firstBytes: 10_000, firstHead: 30_000 };

/** How long a connection is silent before the system asks whether the other side still exists. Milliseconds. */
const probeAfter = 60_000;

/** How many connections may wait to be accepted: a burst of clients comes within one turn. */
const backlog = 4_096;

export interface SharedPort {
  readonly port: number;
  /** Stops listening and cuts all connections. */
  close(): Promise<void>;
}

/**
 * Listens on `host:port` (0: any free port). Rejects when the port is taken. `onDisconnect` learns the address and port
 * of every connection that ends, in the form of gRPC's `getPeer`.
 */
export async function listenOnSharedPort(
  host: string,
  port: number,
  grpc: GrpcServer,
  http: HttpServer,
  onDisconnect: (connection: string) => void,
  times: PortTimes = defaultPortTimes,
): Promise<SharedPort> {
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
  const sockets = new Map<Socket, NodeJS.Timeout>();
  const expect = (socket: Socket, milliseconds: number) => {
    clearTimeout(sockets.get(socket));
    sockets.set(
      socket,
      setTimeout(() => socket.destroy(), milliseconds),
    );
  };
  http.on('request', ({ socket }) => clearTimeout(sockets.get(socket)));
  const server = createServer((socket) => {
    expect(socket, times.firstBytes);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, probeAfter);
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    socket.on('close', () => {
      clearTimeout(sockets.get(socket));
      sockets.delete(socket);
      onDisconnect(peer);
    });
    socket.on('error', () => socket.destroy());
    awaitFirstBytes(socket, (isHttp2) => {
      if (isHttp2) {
        clearTimeout(sockets.get(socket));
        injector.injectConnection(socket);
      } else {
        expect(socket, times.firstHead);
        http.emit('connection', socket);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog }, resolve);
  });
  return {
    port: portOf(server),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      injector.destroy();
      grpc.forceShutdown();
      for (const socket of sockets.keys()) {
        socket.destroy();
      }
      await closed;
    },
  };
}

/** Looks at a connection until it is clear what it speaks; the bytes stay in it. */
function awaitFirstBytes(socket: Socket, onKnown: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const look = () => {
    const chunk: Buffer | null = socket.read();
    if (!chunk) {
      return;
    }
    seen = Buffer.concat([seen, chunk]);
    const head = seen.subarray(0, http2Preface.length);
    const fits = http2Preface.subarray(0, head.length).equals(head);
    if (fits && head.length < http2Preface.length) {
      return;
    }
    socket.off('readable', look);
    socket.unshift(seen);
    onKnown(fits);
  };
  socket.on('readable', look);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return address.port;
}

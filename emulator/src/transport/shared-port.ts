/** One port for gRPC and HTTP/1.1: the first bytes of a connection tell them apart. */

import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Server as GrpcServer, ServerCredentials } from '@grpc/grpc-js';

/** How every HTTP/2 connection begins ("PRI * HTTP/2.0"). */
const http2Preface = Buffer.from('PRI');

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
): Promise<SharedPort> {
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    socket.on('close', () => {
      sockets.delete(socket);
      onDisconnect(peer);
    });
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (!first) {
        return;
      }
      socket.unshift(first);
      if (first.subarray(0, http2Preface.length).equals(http2Preface)) {
        injector.injectConnection(socket);
      } else {
        http.emit('connection', socket);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: portOf(server),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      injector.destroy();
      grpc.forceShutdown();
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return address.port;
}

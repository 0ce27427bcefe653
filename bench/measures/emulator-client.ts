/**
 * A gRPC client of the Firestore service that costs next to nothing: HTTP/2 streams and messages encoded beforehand. It
 * shares the machine with the server that is measured, and what it needs is missing there.
 */
import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { firestoreService } from '@docket/emulator/transport/descriptors';
import { encodeMessage } from '@docket/emulator/transport/proto-json';

/** The database that is measured. */
export const DATABASE = 'projects/demo-bench/databases/(default)';

const PREFIX_BYTES = 5;
const WINDOW_BYTES = 16 * 1_048_576;

/** One connection. */
export interface Connection {
  /** Opens a call; messages may be written to it and read from it. */
  open: (method: string) => ClientHttp2Stream;
  /** Makes a call with one message and resolves with all bytes of the answer. Throws when it is an error. */
  call: (method: string, message: Buffer) => Promise<Buffer>;
  close: () => Promise<void>;
}

/** A message of a method's request type, given as proto3 JSON, as it stands on the wire. */
export function requestFrame(method: string, json: object): Buffer {
  const type = firestoreService.methodsArray.find(({ name }) => name === method)?.resolvedRequestType;
  if (!type) throw new Error(`There is no method ${method}.`);
  const bytes = encodeMessage(type, json);
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([prefix, bytes]);
}

/** The message of a commit that sets one document. */
export function commitFrame(document: string, fields: object): Buffer {
  const name = `${DATABASE}/documents/${document}`;
  return requestFrame('Commit', { database: DATABASE, writes: [{ update: { name, fields } }] });
}

/** Connects as the owner. */
export async function connectTo(port: number): Promise<Connection> {
  const session: ClientHttp2Session = connect(`http://127.0.0.1:${port}`, {
    settings: { initialWindowSize: WINDOW_BYTES },
  });
  await once(session, 'connect');
  session.setLocalWindowSize(WINDOW_BYTES);
  const open = (method: string) =>
    session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: `/google.firestore.v1.Firestore/${method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
      authorization: 'Bearer owner',
    });
  return {
    open,
    async call(method, message) {
      const stream = open(method);
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      const chunks: Buffer[] = [];
      let status: unknown;
      stream.on('response', (headers) => {
        status = headers['grpc-status'];
      });
      stream.on('trailers', (headers) => {
        status = headers['grpc-status'];
      });
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        if (status === '0') resolve(Buffer.concat(chunks));
        else reject(new Error(`${method} was answered with the status ${String(status)}.`));
      });
      stream.end(message);
      return await promise;
    },
    async close() {
      const closed = once(session, 'close');
      session.destroy();
      await closed;
    },
  };
}

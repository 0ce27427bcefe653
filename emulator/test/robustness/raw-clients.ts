/** Clients that speak the protocols byte by byte, also wrongly. */
import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import protobuf from 'protobufjs';
import { requestTypeOf } from '../../src/transport/descriptors.ts';
import { encodeMessage } from '../../src/transport/proto-json.ts';

/** The request of a method as bytes. */
export function requestBytes(method: string, json: object): Buffer {
  return encodeMessage(requestTypeOf(method), json);
}

/** A message as gRPC frames it: a flag, the length, the bytes. */
export function grpcFrame(bytes: Uint8Array, flag = 0): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(flag, 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** One field of a protobuf message with the bytes it is given. */
export function protobufField(number: number, bytes: Uint8Array): Uint8Array {
  const lengthDelimited = 2;
  return new protobuf.Writer()
    .uint32(((number << 3) | lengthDelimited) >>> 0)
    .bytes(bytes)
    .finish();
}

export interface GrpcAnswer {
  /** The number of the gRPC status; undefined when the stream or its connection was cut. */
  readonly status: number | undefined;
  readonly details: string;
  /** Bytes of messages. */
  readonly received: number;
}

const megabytesOfMemory = 1_000;

/** A connection for gRPC calls whose bytes are given as they are. */
export class RawGrpc {
  readonly #session;

  constructor(port: number) {
    // What waits to be sent counts as memory, and Node's default is less than what is sent here.
    this.#session = connectHttp2(`http://127.0.0.1:${port}`, { maxSessionMemory: megabytesOfMemory });
    this.#session.on('error', () => {});
  }

  /** Sends `body` to a method of the Firestore service and reads what comes until the end. */
  async call(method: string, body: Buffer): Promise<GrpcAnswer> {
    const stream = this.open(method);
    stream.end(body);
    return await answerOf(stream);
  }

  /** Opens a call and leaves it to the caller. */
  open(method: string, service = 'google.firestore.v1.Firestore') {
    const stream = this.#session.request({
      ':method': 'POST',
      ':path': `/${service}/${method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
      authorization: 'Bearer owner',
    });
    stream.on('error', () => {});
    return stream;
  }

  close(): void {
    this.#session.destroy();
  }
}

type RawStream = ReturnType<RawGrpc['open']>;

/** Reads a call to its end. */
export function answerOf(stream: RawStream): Promise<GrpcAnswer> {
  return new Promise((resolve) => {
    let status: number | undefined;
    let details = '';
    let received = 0;
    const note = (headers: Record<string, unknown>) => {
      if (headers['grpc-status'] !== undefined) {
        status = Number(headers['grpc-status']);
        const text = headers['grpc-message'];
        details = typeof text === 'string' ? decodeURIComponent(text) : '';
      }
    };
    stream.on('response', note);
    stream.on('trailers', note);
    stream.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    const finish = () => {
      resolve({ status, details, received });
      stream.close();
    };
    stream.on('end', finish);
    stream.on('close', finish);
  });
}

/** A TCP connection, open. */
export async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Everything the other side says until it closes. */
export function untilClosed(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(text));
  });
}

/** Nothing that a client sends is a fault of the emulator, which it would have logged. */
export function expectNoFaults(log: readonly string[]): void {
  if (log.length > 0) {
    throw new Error(`The emulator logged:\n${log.join('\n')}`);
  }
}

/** A plain gRPC client of google.firestore.v1.Firestore, from the descriptors that the public client library carries. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  Client,
  type ClientDuplexStream,
  credentials,
  Metadata,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import protobuf from 'protobufjs';

const library = dirname(createRequire(import.meta.url).resolve('@google-cloud/firestore'));
const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(join(library, '../protos/v1.json'), 'utf8')));
// Only web clients send this one, and the library is for servers.
root.lookupType('google.firestore.v1.Write').add(new protobuf.Field('verify', 5, 'string'));
root.resolveAll();
const service = root.lookupService('google.firestore.v1.Firestore');

/** Above the rules. */
const owner = new Metadata();
owner.set('authorization', 'Bearer owner');

/** A refusal by the server. */
export class Refused extends Error {
  /** The canonical name of the status, such as `NOT_FOUND`. */
  readonly code: string;

  constructor(error: ServiceError) {
    super(error.details);
    this.code = status[error.code];
  }
}

export class ProtocolClient {
  readonly #client: Client;

  constructor(port: number) {
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** Calls a method with one response. Rejects with {@link Refused}. */
  async call(name: string, request: object): Promise<unknown> {
    const method = methodOf(name);
    return await new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        method.path,
        method.encode,
        method.decode,
        request,
        owner,
        (error, response) => (error ? reject(new Refused(error)) : resolve(response)),
      );
    });
  }

  /** Calls a method with a stream of responses. Rejects with {@link Refused}. */
  async collect(name: string, request: object): Promise<unknown[]> {
    const method = methodOf(name);
    return await new Promise((resolve, reject) => {
      const responses: unknown[] = [];
      this.#client
        .makeServerStreamRequest(method.path, method.encode, method.decode, request, owner)
        .on('data', (response: unknown) => responses.push(response))
        .on('error', (error: ServiceError) => reject(new Refused(error)))
        .on('end', () => resolve(responses));
    });
  }

  /** Opens a stream in both directions. */
  open(name: string): ClientDuplexStream<object, unknown> {
    const method = methodOf(name);
    return this.#client.makeBidiStreamRequest(method.path, method.encode, method.decode, owner);
  }

  close(): void {
    this.#client.close();
  }
}

function describe(method: protobuf.Method) {
  method.resolve();
  const { resolvedRequestType: request, resolvedResponseType: response } = method;
  if (!request || !response) {
    throw new Error(`The types of ${method.name} are unknown.`);
  }
  return {
    path: `/google.firestore.v1.Firestore/${method.name}`,
    encode: (object: object) => Buffer.from(request.encode(request.fromObject(object)).finish()),
    decode: (bytes: Buffer): unknown =>
      response.toObject(response.decode(bytes), { longs: String, enums: String, bytes: String }),
  };
}

const described = new Map(service.methodsArray.map((method) => [method.name, describe(method)]));

function methodOf(name: string) {
  const method = described.get(name);
  if (!method) {
    throw new Error(`There is no method ${name}.`);
  }
  return method;
}

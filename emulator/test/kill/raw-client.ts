/**
 * A gRPC client without retries, unlike the SDKs': each request is made once, so that an acknowledgement, or its
 * absence, says something.
 */
import { Client, type ClientDuplexStream, credentials, Metadata } from '@grpc/grpc-js';
import { z } from 'zod';
import { firestoreService } from '../../src/transport/descriptors.ts';
import { decodeMessage, encodeMessage } from '../../src/transport/proto-json.ts';
import { parseMicros } from '../../src/values/timestamp.ts';
import type { JsonObject } from '../../src/values/wire.ts';

export const database = 'projects/demo-kill/databases/(default)';
export const root = `${database}/documents`;

/** A document with its times in microseconds. */
export const documentSchema = z.object({
  name: z.string(),
  fields: z.record(z.string(), z.unknown()).default({}),
  createTime: z.string().transform(parseMicros),
  updateTime: z.string().transform(parseMicros),
});
const resultSchema = z.object({ document: documentSchema.optional() });

export type RawDocument = z.output<typeof documentSchema>;

/** One message of a listener. */
export const listenResponse = z.object({
  targetChange: z
    .object({ targetChangeType: z.string().optional(), resumeToken: z.string().optional() })
    .optional(),
  documentChange: z
    .object({ document: documentSchema, removedTargetIds: z.array(z.number()).default([]) })
    .optional(),
  documentDelete: z.object({ document: z.string() }).optional(),
  documentRemove: z.object({ document: z.string() }).optional(),
  filter: z.object({ count: z.number().default(0) }).optional(),
});

/** How long a call may take, in milliseconds; only a lost answer takes so long. */
const patience = 20_000;

export class RawClient {
  readonly #client: Client;
  readonly #metadata = new Metadata();

  constructor(port: number) {
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': -1,
    });
    this.#metadata.set('authorization', 'Bearer owner');
  }

  /** Makes a request. Rejects with the status of the answer, or with UNAVAILABLE when there is none. */
  call(method: string, request: JsonObject): Promise<unknown> {
    const { path, encode, decode } = codecOf(method);
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + patience };
      this.#client.makeUnaryRequest(
        path,
        encode,
        decode,
        request,
        this.#metadata,
        options,
        (error, answer) => (error ? reject(error) : resolve(answer)),
      );
    });
  }

  /** The answers to a request that has many. */
  async stream(method: string, request: JsonObject): Promise<unknown[]> {
    const { path, encode, decode } = codecOf(method);
    const options = { deadline: Date.now() + patience };
    const answers = this.#client.makeServerStreamRequest(
      path,
      encode,
      decode,
      request,
      this.#metadata,
      options,
    );
    const all: unknown[] = [];
    for await (const answer of answers) {
      all.push(answer);
    }
    return all;
  }

  /** The documents that a query finds. */
  async query(structuredQuery: JsonObject): Promise<RawDocument[]> {
    const answers = await this.stream('RunQuery', { parent: root, structuredQuery });
    return answers.flatMap((answer) => resultSchema.parse(answer).document ?? []);
  }

  /** Opens a stream of listeners. */
  listen(): ClientDuplexStream<JsonObject, unknown> {
    const { path, encode, decode } = codecOf('Listen');
    return this.#client.makeBidiStreamRequest(path, encode, decode, this.#metadata);
  }

  close(): void {
    this.#client.close();
  }
}

function codecOf(name: string) {
  const method = firestoreService.methods[name];
  const request = method?.resolvedRequestType;
  const response = method?.resolvedResponseType;
  if (!request || !response) {
    throw new Error(`No such method: ${name}`);
  }
  return {
    path: `/google.firestore.v1.Firestore/${name}`,
    encode: (json: JsonObject) => encodeMessage(request, json),
    decode: (bytes: Buffer) => decodeMessage(response, bytes),
  };
}

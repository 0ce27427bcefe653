/** The Firestore service over gRPC: each method decodes to proto3 JSON and hands over to the shared implementation. */
import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  type MethodDefinition,
  Server,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type protobuf from 'protobufjs';
import { callerOf } from '../access/caller.ts';
import { clearData } from '../service/clear.ts';
import type { Method } from '../service/method.ts';
import { methods } from '../service/methods.ts';
import type { ServerState } from '../service/server-state.ts';
import { openListen, openWrite, type StreamHandler } from '../service/streams.ts';
import { grpcCode, StatusError } from '../status.ts';
import { emulatorService, firestoreService } from './descriptors.ts';
import { checkRequestSize } from './http-body.ts';
import { PacedOutput } from './paced-output.ts';
import { decodeMessage, encodeMessage, encodeOnce } from './proto-json.ts';
import { type Log, refusal } from './refusal.ts';

/**
 * Bytes. Answers may be larger than requests: many documents, each of its largest size, in a list. Requests are received
 * up to the same size, for what gRPC itself refuses is RESOURCE_EXHAUSTED, which the SDKs send again and again.
 */
const largestMessage = 64 * 1_048_576;
/** Characters that may come for a client while it does not read. */
const mostWaiting = 16 * 1_048_576;
/** A client whose machine or network is gone says nothing: it is asked every minute. Milliseconds. */
const pingEvery = 60_000;
const pingTimeout = 30_000;
/** Status texts travel in a header, which clients limit. */
const longestDetails = 2_000;

/** How the messages of one method are read. The bytes come undecoded, so that bad ones are told from our own faults. */
type Decode = (bytes: Buffer) => unknown;

/** A gRPC server without a port of its own: connections are handed to it. */
export function createGrpcServer(state: ServerState, log: Log): Server {
  const server = new Server({
    'grpc.max_receive_message_length': largestMessage,
    'grpc.max_send_message_length': largestMessage,
    'grpc.keepalive_time_ms': pingEvery,
    'grpc.keepalive_timeout_ms': pingTimeout,
  });
  serve(server, firestoreService, (name, decode) => {
    if (name === 'Listen' || name === 'Write') {
      return bidirectional(state, name === 'Listen' ? openListen : openWrite, decode, log);
    }
    const method = methods.get(name);
    return method && (method.streaming ? serverStreaming : unary)(state, method, decode, log);
  });
  serve(server, emulatorService, (_name, decode) => unary(state, clearData, decode, log));
  return server;
}

type Handler = UntypedServiceImplementation[string];

function serve(
  server: Server,
  service: protobuf.Service,
  handlerOf: (name: string, decode: Decode) => Handler | undefined,
): void {
  const definitions: Record<string, MethodDefinition<Buffer, unknown>> = {};
  const implementation: UntypedServiceImplementation = {};
  for (const method of service.methodsArray) {
    method.resolve();
    const { resolvedRequestType: request, resolvedResponseType: response } = method;
    if (!request || !response) {
      throw new Error(`The types of ${method.name} are not in the descriptors.`);
    }
    const handler = handlerOf(method.name, (bytes) => {
      checkRequestSize(bytes.length);
      return decodeMessage(request, bytes);
    });
    if (handler) {
      implementation[method.name] = handler;
      definitions[method.name] = {
        path: `/${service.fullName.slice(1)}/${method.name}`,
        requestStream: method.requestStream ?? false,
        responseStream: method.responseStream ?? false,
        requestSerialize: (bytes) => bytes,
        requestDeserialize: (bytes) => bytes,
        // What listeners are told goes to many of them.
        responseSerialize:
          method.name === 'Listen' ? encodeOnce(response) : (json) => encodeMessage(response, json),
        responseDeserialize: (bytes) => decodeMessage(response, bytes),
      };
    }
  }
  server.addService(definitions, implementation);
}

function unary(
  state: ServerState,
  method: Method,
  decode: Decode,
  log: Log,
): handleUnaryCall<Buffer, unknown> {
  const respond = async (...[call, callback]: Parameters<handleUnaryCall<Buffer, unknown>>) => {
    try {
      const [message] = await answer(state, method, call, decode);
      callback(null, message);
    } catch (error) {
      callback(grpcError(refusal(error, log)));
    }
  };
  return (call, callback) => void respond(call, callback);
}

function serverStreaming(
  state: ServerState,
  method: Method,
  decode: Decode,
  log: Log,
): handleServerStreamingCall<Buffer, unknown> {
  return (call) => {
    // Answers begin before they are worked out: clients call again when one fails that has not begun.
    call.sendMetadata(new Metadata());
    answer(state, method, call, decode).then(
      (messages) => {
        for (const message of messages) {
          call.write(message);
        }
        call.end();
      },
      (error: unknown) => call.emit('error', grpcError(refusal(error, log))),
    );
  };
}

async function answer(
  state: ServerState,
  method: Method,
  call: { metadata: Metadata; request: Buffer; getPeer(): string },
  decode: Decode,
): Promise<object[]> {
  const caller = { ...callerOf(authorizationOf(call.metadata)), connection: call.getPeer() };
  return await method.call(state, caller, decode(call.request));
}

type OpenStream = typeof openListen;

/** The first message names the database; it opens the stream, and is its first request as well. */
function bidirectional(
  state: ServerState,
  open: OpenStream,
  decode: Decode,
  log: Log,
): handleBidiStreamingCall<Buffer, unknown> {
  return (call) => {
    let handler: StreamHandler | undefined;
    let ended = false;
    const end = () => {
      ended = true;
      paced.end();
      handler?.close();
    };
    const fail = (thrown: unknown) => {
      if (!ended) {
        end();
        call.emit('error', grpcError(refusal(thrown, log)));
      }
    };
    const paced = new PacedOutput(call, mostWaiting, () => fail(behind));
    const output = { send: (messages: object[]) => paced.send(messages), fail };
    call.on('data', (bytes: Buffer) => {
      if (ended) {
        return;
      }
      try {
        const request = decode(bytes);
        handler ??= open(state, callerOf(authorizationOf(call.metadata)), request, output);
        handler.receive(request);
      } catch (error) {
        fail(error);
      }
    });
    call.on('end', () => {
      end();
      call.end();
    });
    call.on('cancelled', end);
    call.on('error', end);
  };
}

const behind = new StatusError(
  'UNAVAILABLE',
  'The client does not read what it listens to. It may listen again, and gets in sum what it missed.',
);

function authorizationOf(metadata: Metadata): string | undefined {
  return metadata.get('authorization')[0]?.toString();
}

/** A text that is no well-formed Unicode cannot be put into a header. */
function grpcError(error: StatusError) {
  const details = error.message.slice(0, longestDetails).toWellFormed();
  return { code: grpcCode(error.status), details, metadata: new Metadata() };
}

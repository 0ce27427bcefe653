/** The Firestore service over gRPC: each method decodes to proto3 JSON and hands over to the shared implementation. */
import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  type MethodDefinition,
  Server,
  type ServerDuplexStream,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type protobuf from 'protobufjs';
import { callerOf } from '../access/caller.ts';
import type { Method } from '../service/method.ts';
import { methods } from '../service/methods.ts';
import type { ServerState } from '../service/server-state.ts';
import { openListen, openWrite, type StreamHandler } from '../service/streams.ts';
import { grpcCode, type StatusError, toStatusError } from '../status.ts';
import { firestoreService } from './descriptors.ts';
import { decodeMessage, encodeMessage } from './proto-json.ts';

const largestMessage = 64 * 1_048_576;
const servicePath = '/google.firestore.v1.Firestore';

/** A gRPC server without a port of its own: connections are handed to it. */
export function createGrpcServer(state: ServerState): Server {
  const server = new Server({
    'grpc.max_receive_message_length': largestMessage,
    'grpc.max_send_message_length': largestMessage,
  });
  const definitions = firestoreService.methodsArray.map(
    (method) => [method.name, definitionOf(method)] as const,
  );
  const implementation: UntypedServiceImplementation = {
    Listen: bidirectional(state, openListen),
    Write: bidirectional(state, openWrite),
  };
  for (const [name, method] of methods) {
    implementation[name] = method.streaming ? serverStreaming(state, method) : unary(state, method);
  }
  server.addService(Object.fromEntries(definitions), implementation);
  return server;
}

function definitionOf(method: protobuf.Method): MethodDefinition<unknown, unknown> {
  method.resolve();
  const { resolvedRequestType: request, resolvedResponseType: response } = method;
  if (!request || !response) {
    throw new Error(`The types of ${method.name} are not in the descriptors.`);
  }
  return {
    path: `${servicePath}/${method.name}`,
    requestStream: method.requestStream ?? false,
    responseStream: method.responseStream ?? false,
    requestSerialize: (json) => encodeMessage(request, json),
    requestDeserialize: (bytes) => decodeMessage(request, bytes),
    responseSerialize: (json) => encodeMessage(response, json),
    responseDeserialize: (bytes) => decodeMessage(response, bytes),
  };
}

function unary(state: ServerState, method: Method): handleUnaryCall<unknown, unknown> {
  const respond = async (...[call, callback]: Parameters<handleUnaryCall<unknown, unknown>>) => {
    try {
      const [message] = await answer(state, method, call, call.request);
      callback(null, message);
    } catch (error) {
      callback(grpcError(toStatusError(error)));
    }
  };
  return (call, callback) => void respond(call, callback);
}

function serverStreaming(state: ServerState, method: Method): handleServerStreamingCall<unknown, unknown> {
  return (call) => {
    answer(state, method, call, call.request).then(
      (messages) => {
        for (const message of messages) {
          call.write(message);
        }
        call.end();
      },
      (error: unknown) => call.emit('error', grpcError(toStatusError(error))),
    );
  };
}

async function answer(
  state: ServerState,
  method: Method,
  call: { metadata: Metadata; getPeer(): string },
  request: unknown,
): Promise<object[]> {
  const caller = { ...callerOf(authorizationOf(call.metadata)), connection: call.getPeer() };
  return await method.call(state, caller, request);
}

type OpenStream = typeof openListen;

/** The first message names the database; it opens the stream, and is its first request as well. */
function bidirectional(state: ServerState, open: OpenStream): handleBidiStreamingCall<unknown, unknown> {
  return (call) => {
    let handler: StreamHandler | undefined;
    const end = () => handler?.close();
    call.on('data', (request: unknown) => {
      try {
        handler ??= open(state, callerOf(authorizationOf(call.metadata)), request, outputOf(call));
        handler.receive(request);
      } catch (error) {
        end();
        call.emit('error', grpcError(toStatusError(error)));
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

function outputOf(call: ServerDuplexStream<unknown, unknown>) {
  return {
    send(messages: object[]) {
      for (const message of messages) {
        call.write(message);
      }
    },
    fail(error: StatusError) {
      call.emit('error', grpcError(error));
    },
  };
}

function authorizationOf(metadata: Metadata): string | undefined {
  return metadata.get('authorization')[0]?.toString();
}

function grpcError(error: StatusError) {
  return { code: grpcCode(error.status), details: error.message, metadata: new Metadata() };
}

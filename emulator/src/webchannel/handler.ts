/**
 * WebChannel over HTTP: handshake, forward POSTs, hanging GETs and the end of sessions.
 *
 * A browser that is closed says nothing, so sessions without a GET are dropped after a while. After a restart of the
 * server clients come with sessions it does not know; the answer "Unknown SID" makes them start anew.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { callerOf } from '../access/caller.ts';
import type { ServerState } from '../service/server-state.ts';
import { openListen, openWrite, type StreamOutput } from '../service/streams.ts';
import { readBody } from '../transport/http-body.ts';
import { type Log, refusal } from '../transport/refusal.ts';
import { type ForwardMessages, frame, readArrayId, readForm, tunnelledHeader } from './framing.ts';
import { WebChannelSession } from './session.ts';

/** Times in milliseconds. */
export interface WebChannelTimes {
  /** Between two keep-alive messages; the client gives a silent GET up after 1.5 × the announced 30 s. */
  readonly keepAlive: number;
  /** How long a session outlives its last GET. */
  readonly grace: number;
}

export const defaultTimes: WebChannelTimes = { keepAlive: 20_000, grace: 90_000 };

/** The most sessions without a GET. */
const mostLonely = 1_000;
const protocolVersion = 8;
const serverVersion = 14;
const announcedKeepAlive = 30_000;
const channelPath = /^\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel$/;

interface LiveSession {
  readonly session: WebChannelSession;
  idleSince: number;
}

export class WebChannelHandler {
  readonly #state: ServerState;
  readonly #times: WebChannelTimes;
  readonly #log: Log;
  readonly #sessions = new Map<string, LiveSession>();
  readonly #ticker: NodeJS.Timeout;

  constructor(state: ServerState, times: WebChannelTimes, log: Log) {
    this.#state = state;
    this.#times = times;
    this.#log = log;
    this.#ticker = setInterval(() => this.#tick(), times.keepAlive);
    this.#ticker.unref();
  }

  /** Whether the URL is one of WebChannel's. */
  handles(url: URL): boolean {
    return channelPath.test(url.pathname);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const sid = url.searchParams.get('SID');
    if (!sid) {
      await this.#handshake(request, response, url);
      return;
    }
    const live = this.#sessions.get(sid);
    if (!live) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Unknown SID');
    } else if (url.searchParams.get('TYPE') === 'terminate') {
      this.#drop(live.session);
      response.writeHead(200).end();
    } else if (request.method === 'GET') {
      this.#openBackChannel(live, response, url);
    } else {
      await this.#forward(live.session, request, response, url);
    }
  }

  close(): void {
    clearInterval(this.#ticker);
    for (const { session } of this.#sessions.values()) {
      this.#drop(session);
    }
  }

  async #handshake(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const form = readForm(await readBody(request));
    const session: WebChannelSession = new WebChannelSession(randomUUID(), this.#opener(url, form), () =>
      this.#drop(session),
    );
    session.accept(form.offset, form.messages);
    this.#makeRoom();
    this.#sessions.set(session.id, { session, idleSince: Date.now() });
    response.writeHead(200, { 'content-type': 'text/plain', 'x-http-session-id': session.id });
    response.end(frame([[0, ['c', session.id, '', protocolVersion, serverVersion, announcedKeepAlive]]]));
    session.proceed();
  }

  /** A client that may not even open the stream learns so on the stream, where it expects errors. */
  #opener(url: URL, form: ForwardMessages) {
    const open = channelPath.exec(url.pathname)?.[1] === 'Listen' ? openListen : openWrite;
    const headers = form.headers ?? url.searchParams.get('$httpHeaders') ?? undefined;
    return (firstMessage: unknown, stream: StreamOutput) => {
      const output = {
        send: (messages: object[]) => stream.send(messages),
        fail: (error: unknown) => stream.fail(refusal(error, this.#log)),
      };
      try {
        return open(this.#state, callerOf(tunnelledHeader(headers, 'authorization')), firstMessage, output);
      } catch (error) {
        output.fail(error);
        return { receive() {}, close() {} };
      }
    };
  }

  #openBackChannel(live: LiveSession, response: ServerResponse, url: URL): void {
    const { session } = live;
    session.backChannel.acknowledge(readArrayId(url.searchParams.get('AID')));
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.on('drain', () => {
      session.backChannel.drained(response);
      session.proceed();
    });
    response.on('close', () => {
      session.backChannel.detach(response);
      live.idleSince = Date.now();
    });
    session.backChannel.attach(response, url.searchParams.get('CI') === '1');
    session.proceed();
  }

  /** Answered before the work is done: the client has one POST on its way at a time. */
  async #forward(
    session: WebChannelSession,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const form = readForm(await readBody(request));
    session.backChannel.acknowledge(readArrayId(url.searchParams.get('AID')));
    session.accept(form.offset, form.messages);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(frame(session.backChannel.status()));
    session.proceed();
  }

  /** Of sessions that nobody holds a GET of, only so many are kept: those that lost theirs last. */
  #makeRoom(): void {
    if (this.#sessions.size < mostLonely) {
      return;
    }
    const lonely = [...this.#sessions.values()].filter(({ session }) => !session.backChannel.attached);
    if (lonely.length >= mostLonely) {
      const [oldest] = lonely.toSorted((one, other) => one.idleSince - other.idleSince);
      if (oldest) {
        this.#drop(oldest.session);
      }
    }
  }

  #drop(session: WebChannelSession): void {
    this.#sessions.delete(session.id);
    session.close();
  }

  #tick(): void {
    for (const { session, idleSince } of this.#sessions.values()) {
      if (session.backChannel.attached) {
        session.backChannel.push([['noop']]);
      } else if (Date.now() - idleSince > this.#times.grace) {
        this.#drop(session);
      }
    }
  }
}

/**
 * HTTP to addresses that people give, without becoming their way into the network that the functions run in (SSRF).
 *
 * A name is looked up once, by the connection itself, and the addresses that it resolves to are checked there: what was
 * checked is what is connected to, so a name that changes its address in between gains nothing. Hosts that are addresses
 * are checked before, since nothing is looked up for them; the URL parser has put every odd spelling of an address into
 * the usual one by then. Redirects are reported, never followed: whoever follows one asks again and is checked again.
 */
import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callbackify, promisify } from 'node:util';
import { Agent, fetch, type Response } from 'undici';
import { limitTransfer } from './limit-transfer.ts';
import { mayConnect, readPublicUrl, type Refusal } from './public-url.ts';

/** All addresses of a name. Throws when there is none. */
export type Resolve = (name: string) => Promise<LookupAddress[]>;

export interface PublicFetchOptions {
  /** Also call this machine itself: for tests. */
  allowLoopback: boolean;
  /** By default the system's resolver. */
  resolve?: Resolve;
}

export interface PublicRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** For the whole exchange, in milliseconds. */
  timeoutMs: number;
  /** The most that is read of the answer: of what is sent, and of what it unpacks to. In bytes. */
  maxBytes: number;
  /** Ends it at once; its reason is thrown. */
  signal?: AbortSignal;
}

export interface PublicAnswer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** An answer that has begun. Whoever has it must close it. */
export interface PublicStream {
  status: number;
  headers: Headers;
  /** Unpacked. The time and the limits of the request apply to it; it throws a PublicFetchError when it is not whole. */
  body: AsyncIterable<Uint8Array>;
  /** Gives up what has not been read, with its connection. */
  close: () => void;
}

/** Why a call was refused or failed, with a sentence for the person who gave the address. */
export class PublicFetchError extends Error {
  override readonly name = 'PublicFetchError';
  readonly reason: 'refused' | 'unknown_host' | 'unreachable' | 'timed_out' | 'too_large';
  /** Why it was refused. */
  readonly refusal: Refusal | null;

  constructor(
    reason: PublicFetchError['reason'],
    message: string,
    options: ErrorOptions & { refusal?: Refusal } = {},
  ) {
    super(message, options);
    this.reason = reason;
    this.refusal = options.refusal ?? null;
  }
}

/** Bytes of the headers of an answer. */
const HEADER_BYTES = 16_384;

const resolveByDefault: Resolve = async (name) => await promisify(lookup)(name, { all: true });

/** Calls public addresses. Keeps connections alive between calls until it is closed. */
export class PublicFetch {
  readonly #allowLoopback: boolean;
  readonly #resolve: Resolve;
  readonly #agent: Agent;

  constructor({ allowLoopback, resolve = resolveByDefault }: PublicFetchOptions) {
    this.#allowLoopback = allowLoopback;
    this.#resolve = resolve;
    this.#agent = new Agent({ connect: { lookup: this.#lookup }, maxHeaderSize: HEADER_BYTES });
  }

  /** Makes one request, whatever its status. Throws a PublicFetchError when there is no whole answer. */
  async request(address: string, request: PublicRequest): Promise<PublicAnswer> {
    const { status, headers, body, close } = await this.open(address, request);
    try {
      return { status, headers, body: await buffer(body) };
    } finally {
      close();
    }
  }

  /** Like `request`, for those who look at an answer while it comes. */
  async open(address: string, request: PublicRequest): Promise<PublicStream> {
    const read = readPublicUrl(address, { allowLoopback: this.#allowLoopback });
    if ('refusal' in read) throw refused(read.refusal);
    const { method, headers, body = null, timeoutMs, maxBytes } = request;
    const timeout = AbortSignal.timeout(timeoutMs);
    const closing = new AbortController();
    const signal = AbortSignal.any([timeout, closing.signal, ...(request.signal ? [request.signal] : [])]);
    const dispatcher = this.#agent.compose(limitTransfer(maxBytes, () => tooLarge(maxBytes)));
    const explain = (error: unknown) => {
      request.signal?.throwIfAborted();
      return explained(error, timeout, timeoutMs);
    };
    try {
      const options = { method, headers, body, signal, redirect: 'manual', dispatcher } as const;
      const response = await fetch(read.url, options);
      return {
        status: response.status,
        headers: new Headers([...response.headers]),
        body: unpacked(response, maxBytes, explain),
        close: () => closing.abort(),
      };
    } catch (error) {
      throw explain(error);
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** What the connection asks for the addresses of a name. */
  readonly #lookup: LookupFunction = (name, { all }, callback) => {
    callbackify(async () => await this.#addressesOf(name))((error, addresses) => {
      if (error !== null) callback(error, []);
      else if (all === true) callback(null, addresses);
      else callback(null, addresses[0].address, addresses[0].family);
    });
  };

  /** All addresses of a host. One that is not public among them makes the whole name suspect. */
  async #addressesOf(name: string): Promise<[LookupAddress, ...LookupAddress[]]> {
    const [first, ...others] = await this.#resolve(name);
    if (
      first === undefined ||
      ![first, ...others].every(({ address }) => mayConnect(address, this.#allowLoopback))
    )
      throw refused('not_public');
    return [first, ...others];
  }
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  not_web: 'This is not an address that begins with http:// or https://.',
  with_credentials: 'The address must not contain a user name or password.',
  not_public: 'This address does not lead to the public internet, so it is not called.',
  blocked_port: 'The port in this address belongs to another service than the web, so it is not called.',
};

function refused(refusal: Refusal, cause?: unknown): PublicFetchError {
  return new PublicFetchError('refused', REFUSALS[refusal], { refusal, cause });
}

function tooLarge(maxBytes: number): PublicFetchError {
  return new PublicFetchError(
    'too_large',
    `The answer is larger than ${maxBytes.toLocaleString('en')} bytes.`,
  );
}

/** The body as it comes, as long as it is not larger than `maxBytes` when unpacked. */
async function* unpacked(
  response: Response,
  maxBytes: number,
  explain: (error: unknown) => PublicFetchError,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw explain(error);
  }
}

/** What went wrong, in words for people; the technical cause stays with it. */
function explained(error: unknown, timeout: AbortSignal, timeoutMs: number): PublicFetchError {
  if (timeout.aborted)
    return new PublicFetchError('timed_out', `There was no whole answer within ${timeoutMs / 1000} s.`, {
      cause: error,
    });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PublicFetchError) return cause;
    if (cause.message === BLOCKED_PORT) return refused('blocked_port', error);
    const code = 'code' in cause ? String(cause.code) : '';
    const known = UNREACHABLE.get(code);
    const reason = code === 'ENOTFOUND' ? 'unknown_host' : 'unreachable';
    if (known !== undefined) return new PublicFetchError(reason, known, { cause: error });
  }
  return new PublicFetchError('unreachable', 'The connection failed.', { cause: error });
}

/** What fetch says of the ports that the Fetch Standard keeps the web away from, such as those of mail servers. */
const BLOCKED_PORT = 'bad port';

const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'There is no host of this name.'],
  ['EAI_AGAIN', 'The name of the host could not be looked up.'],
  ['ECONNREFUSED', 'The host refused the connection.'],
  ['ECONNRESET', 'The host broke the connection off.'],
  ['UND_ERR_SOCKET', 'The host broke the connection off.'],
  ['EHOSTUNREACH', 'The host cannot be reached.'],
  ['ENETUNREACH', 'The host cannot be reached.'],
  ['UND_ERR_CONNECT_TIMEOUT', 'The host does not answer.'],
  ['UND_ERR_HEADERS_OVERFLOW', 'The host answered with too many headers.'],
  ['CERT_HAS_EXPIRED', 'The certificate of the host has expired.'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of the host cannot be verified.'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'The certificate of the host cannot be verified.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of the host is for another name.'],
]);

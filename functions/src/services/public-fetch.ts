/**
 * HTTP to addresses that people give, without becoming their way into the network that the functions run in (SSRF).
 *
 * A name is looked up once, by the connection itself, and the addresses that it resolves to are checked there: what was
 * checked is what is connected to, so a name that changes its address in between gains nothing. Hosts that are addresses
 * are checked before, since nothing is looked up for them; the URL parser has put every odd spelling of an address into
 * the usual one by then. Redirects are reported, never followed: whoever follows one asks again and is checked again.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify, promisify } from 'node:util';
import { Agent, fetch, type Response } from 'undici';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

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
  /** The most that is read of the answer. */
  maxBytes: number;
}

export interface PublicAnswer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** Why a call was refused or failed, with a sentence for the person who gave the address. */
export class PublicFetchError extends Error {
  override readonly name = 'PublicFetchError';
  readonly reason: 'refused' | 'unreachable' | 'timed_out' | 'too_large';

  constructor(reason: PublicFetchError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

const resolveByDefault: Resolve = async (name) => await promisify(lookup)(name, { all: true });

/** Calls public addresses. Keeps connections alive between calls until it is closed. */
export class PublicFetch {
  readonly #allowLoopback: boolean;
  readonly #resolve: Resolve;
  readonly #agent: Agent;

  constructor({ allowLoopback, resolve = resolveByDefault }: PublicFetchOptions) {
    this.#allowLoopback = allowLoopback;
    this.#resolve = resolve;
    this.#agent = new Agent({ connect: { lookup: this.#lookup } });
  }

  /** Makes one request, whatever its status. Throws a PublicFetchError when there is no whole answer. */
  async request(address: string, request: PublicRequest): Promise<PublicAnswer> {
    const url = this.#checked(address);
    const signal = AbortSignal.timeout(request.timeoutMs);
    try {
      const { method, headers, body = null } = request;
      const options = { method, headers, body, signal, redirect: 'manual', dispatcher: this.#agent } as const;
      const response = await fetch(url, options);
      const { status } = response;
      return {
        status,
        headers: new Headers([...response.headers]),
        body: await read(response, request.maxBytes),
      };
    } catch (error) {
      throw explained(error, signal, request.timeoutMs);
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** `address` as a URL, if what can be seen of it is in order. */
  #checked(address: string): URL {
    const url = URL.parse(address);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
      throw new PublicFetchError('refused', 'This is not an address that begins with http:// or https://.');
    if (url.username !== '' || url.password !== '')
      throw new PublicFetchError('refused', 'The address must not contain a user name or password.');
    const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
    if (isIP(host) !== 0 && !this.#mayCall(host)) throw notPublic();
    return url;
  }

  #mayCall(address: string): boolean {
    return isPublicAddress(address) || (this.#allowLoopback && isLoopbackAddress(address));
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
    if (first === undefined || ![first, ...others].every(({ address }) => this.#mayCall(address)))
      throw notPublic();
    return [first, ...others];
  }
}

function notPublic(): PublicFetchError {
  return new PublicFetchError(
    'refused',
    'This address does not lead to the public internet, so it is not called.',
  );
}

/** The body, if it is not larger than `maxBytes` when unpacked. */
async function read(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new PublicFetchError(
        'too_large',
        `The answer is larger than ${maxBytes.toLocaleString('en')} bytes.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What went wrong, in words for people; the technical cause stays with it. */
function explained(error: unknown, signal: AbortSignal, timeoutMs: number): PublicFetchError {
  if (signal.aborted)
    return new PublicFetchError('timed_out', `There was no whole answer within ${timeoutMs / 1000} s.`, {
      cause: error,
    });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PublicFetchError) return cause;
    const known = 'code' in cause ? UNREACHABLE.get(String(cause.code)) : undefined;
    if (known !== undefined) return new PublicFetchError('unreachable', known, { cause: error });
  }
  return new PublicFetchError('unreachable', 'The connection failed.', { cause: error });
}

const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'There is no host of this name.'],
  ['EAI_AGAIN', 'The name of the host could not be looked up.'],
  ['ECONNREFUSED', 'The host refused the connection.'],
  ['ECONNRESET', 'The host broke the connection off.'],
  ['UND_ERR_SOCKET', 'The host broke the connection off.'],
  ['EHOSTUNREACH', 'The host cannot be reached.'],
  ['ENETUNREACH', 'The host cannot be reached.'],
  ['CERT_HAS_EXPIRED', 'The certificate of the host has expired.'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of the host cannot be verified.'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'The certificate of the host cannot be verified.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of the host is for another name.'],
]);

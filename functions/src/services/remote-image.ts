/**
 * Fetches images from addresses that people give. `PublicFetch` sees to it that only the public internet is called, at
 * every redirect again; here is what may come back: an image, by its bytes, in good time and not too large.
 */
import { DocketError } from '@docket/model/errors';
import { LIMITS, formatBytes } from '@docket/model/limits';
import type { ImageFormat } from '../images/derive/recognise-image.ts';
import { ByteGatherer } from './byte-gatherer.ts';
import { PublicFetchError, type PublicFetch, type PublicStream } from './public-fetch.ts';
import { readPublicUrl, type Refusal } from './public-url.ts';
import { lastSegmentOf, remoteFileName } from './remote-file-name.ts';
import { judgeStatus } from './remote-status.ts';
import { HEAD_BYTES, sniffImage } from './sniff-image.ts';

/** An image as it was found at an address. */
export interface RemoteImage {
  bytes: Uint8Array;
  /** By the bytes: "image/webp". */
  content_type: string;
  /** From the answer or the address, safe to show and to use as the name of a file, with the extension of its type. */
  file_name: string;
  /** Where it was in the end, after redirects. */
  url: string;
}

/** Figures that tests make smaller. */
export interface RemoteImagesOptions {
  /** For a whole fetch, redirects included, in milliseconds. */
  timeoutMs?: number;
  /** The most that an image may have, as sent and as unpacked, in bytes. */
  maxBytes?: number;
}

/** A whole fetch, redirects included, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** Images are packed already: asking for them as they are leaves nothing to unpack. */
const HEADERS = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Docket (image import)' };

/**
 * Calls a host by `call`, or throws instead: for whoever keeps count of what fails, since a redirect leads to another host
 * than the address names.
 */
export type Through = <T>(host: string, call: () => Promise<T>) => Promise<T>;

const directly: Through = async (_, call) => await call();

/** One fetch on its way through its redirects. */
interface Fetching {
  /** The address that was given. */
  start: string;
  /** Milliseconds that hosts may still take, all together. Whatever `through` waits for is not theirs. */
  left: number;
  signal: AbortSignal;
  through: Through;
}

export class RemoteImages {
  readonly #web: Pick<PublicFetch, 'open'>;
  readonly #timeoutMs: number;
  readonly #maxBytes: number;

  constructor(web: Pick<PublicFetch, 'open'>, options: RemoteImagesOptions = {}) {
    this.#web = web;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#maxBytes = options.maxBytes ?? LIMITS.libraryImageBytes;
  }

  /**
   * The image at `url`. Throws `url_refused`, `url_not_found`, `url_forbidden`, `url_not_an_image`, `url_redirects`,
   * `image_too_large`, `host_unknown`, or `host_unavailable`, whose `facts.service` names the host that failed; the reason
   * of `signal` as soon as that is aborted; and what `through` throws, by which every host on the way is called.
   */
  async fetch(url: string, signal: AbortSignal, through = directly): Promise<RemoteImage> {
    signal.throwIfAborted();
    const fetching = { start: url, left: this.#timeoutMs, signal, through };
    let at = url;
    for (let redirects = 0; redirects <= LIMITS.importRedirects; redirects += 1) {
      const found = await this.#lookThrough(at, fetching);
      if ('image' in found) return found.image;
      at = found.redirect;
    }
    throw new DocketError('url_redirects');
  }

  async #lookThrough(url: string, fetching: Fetching) {
    const host = hostOf(url);
    const look = async () => await this.#look(url, fetching);
    return host === null ? await look() : await fetching.through(host, look);
  }

  /** What is at `url`: an image, or the address of another place. */
  async #look(url: string, fetching: Fetching): Promise<{ image: RemoteImage } | { redirect: string }> {
    const begun = performance.now();
    try {
      const answer = await this.#web.open(url, {
        method: 'GET',
        headers: HEADERS,
        timeoutMs: Math.max(1, Math.ceil(fetching.left)),
        maxBytes: this.#maxBytes,
        signal: fetching.signal,
      });
      try {
        const { status, headers } = answer;
        const judgement = judgeStatus(status, headers.get('location'), url, hostOf(url) ?? undefined);
        if ('redirect' in judgement) return judgement;
        return { image: await this.#read(answer, url, fetching.start) };
      } finally {
        answer.close();
      }
    } catch (error) {
      throw error instanceof PublicFetchError ? explained(error, url) : error;
    } finally {
      fetching.left -= performance.now() - begun;
    }
  }

  async #read({ headers, body }: PublicStream, url: string, start: string): Promise<RemoteImage> {
    const announced = Number(headers.get('content-length') ?? 0);
    if (announced > this.#maxBytes) throw tooLarge(url, formatBytes(announced));
    const gathered = new ByteGatherer(announced, this.#maxBytes);
    let format: ImageFormat | null = null;
    for await (const chunk of body) {
      gathered.add(chunk);
      if (gathered.bytes.length >= HEAD_BYTES)
        format ??= await sniffImage(gathered.bytes.subarray(0, HEAD_BYTES));
    }
    format ??= await sniffImage(gathered.bytes);
    const name = remoteFileName([start, url], headers.get('content-disposition'), format);
    return { bytes: gathered.bytes, content_type: `image/${format}`, file_name: name, url };
  }
}

/**
 * The host that failures of `url` count against, with its port unless that is the usual one: 'cdn.example.com'. Null for
 * what is refused without looking anything up; this machine itself is not, since tests may call it.
 */
export function hostOf(url: string): string | null {
  const read = readPublicUrl(url, { allowLoopback: true });
  return 'url' in read ? read.url.host.replace(/\.(?=:|$)/u, '') : null;
}

function tooLarge(url: string, found?: string): DocketError {
  const file = lastSegmentOf(url);
  return new DocketError('image_too_large', {
    ...(file !== '' && { file }),
    ...(found !== undefined && { found }),
  });
}

const REFUSALS: Readonly<Record<Refusal, string | undefined>> = {
  not_web: 'it is not the address of a web site',
  with_credentials: 'it contains a user name or password',
  not_public: undefined,
  blocked_port: 'its port belongs to another service than the web',
};

/** What a person is told when there was no whole answer from `url`. */
function explained(error: PublicFetchError, url: string): DocketError {
  const service = hostOf(url);
  const facts = service === null ? {} : { service };
  switch (error.reason) {
    case 'refused': {
      const found = error.refusal === null ? undefined : REFUSALS[error.refusal];
      return new DocketError('url_refused', found === undefined ? {} : { found }, error.message, {
        cause: error,
      });
    }
    case 'unknown_host':
      return new DocketError('host_unknown', facts, error.message, { cause: error });
    case 'unreachable':
    case 'timed_out':
      return new DocketError('host_unavailable', facts, error.message, { cause: error });
    case 'too_large':
      return tooLarge(url);
  }
}

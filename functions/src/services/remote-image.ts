/** Fetches images from addresses that people give. */
import type { PublicFetch } from './public-fetch.ts';

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

export class RemoteImages {
  constructor(_web: PublicFetch, _options: RemoteImagesOptions = {}) {}

  /**
   * The image at `url`. Throws `url_refused`, `url_not_found`, `url_forbidden`, `url_not_an_image`, `url_redirects`,
   * `image_too_large`, `host_unknown`, or `host_unavailable`, whose `facts.service` names the host that failed; after a
   * redirect that is another one than `hostOf(url)`. Throws the reason of `signal` as soon as that is aborted.
   */
  async fetch(_url: string, _signal: AbortSignal): Promise<RemoteImage> {
    return await Promise.reject(new Error('not built'));
  }
}

/**
 * The host that failures of `url` count against, with its port unless that is the usual one: 'cdn.example.com'. Null for
 * what is no web address, or has a user name in it: nothing is ever called for it.
 */
export function hostOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return null;
  return parsed.username === '' && parsed.password === '' ? parsed.host : null;
}

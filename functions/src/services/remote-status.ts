/** What the status of an answer says about the image that was asked for. */
import { DocketError } from '@docket/model/errors';

/** The statuses with which a server names another address to go to. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Statuses other than 5xx that speak of the moment: timeouts, and "too early", "too many requests". */
const MOMENTARY: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * What `host` says with `status`: that an image follows, or is at another address, which `location` gives as seen from
 * `url`. Throws in all other cases.
 */
export function judgeStatus(
  status: number,
  location: string | null,
  url: string,
  host: string | undefined,
): { redirect: string } | { image: true } {
  const facts = host === undefined ? {} : { service: host };
  const details = `answered with status ${status}`;
  if (REDIRECTS.has(status)) return { redirect: redirectTo(location, url) };
  if (status === 404 || status === 410) throw new DocketError('url_not_found', facts, details);
  if (status >= 500 || MOMENTARY.has(status)) throw new DocketError('host_unavailable', facts, details);
  if (status >= 400) throw new DocketError('url_forbidden', facts, details);
  // Nobody asked for a part, so the rest cannot be had by asking again.
  if (status === 206) throw new DocketError('url_not_an_image', { found: 'only a part of a file' }, details);
  // 204, 205, 304 and the redirects that lead nowhere have no body of their own.
  if (status === 204 || status === 205 || status >= 300)
    throw new DocketError('url_not_an_image', { found: 'an empty answer' }, details);
  return { image: true };
}

/** Where a redirect leads. What may be called there is for others to say. */
function redirectTo(location: string | null, url: string): string {
  const target = location === null ? null : URL.parse(location, url);
  if (target === null) throw new DocketError('url_not_an_image', { found: 'a redirect that leads nowhere' });
  if (target.protocol === 'http:' && URL.parse(url)?.protocol === 'https:')
    throw new DocketError('url_refused', { found: 'it leads on from https:// to an address without it' });
  return target.href;
}

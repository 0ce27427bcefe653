/** Which addresses may be called at all, as far as can be seen of them without looking anything up. */
import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress, isPublicName } from './public-address.ts';

/** Why an address is not called. */
export type Refusal = 'not_web' | 'with_credentials' | 'not_public' | 'blocked_port';

/**
 * `address` as a URL, or why it is not called. The URL parser has by then put every spelling of a host into the usual
 * one: 0x7f.1, 2130706433, ①②⑦.0.0.1 and 127%2e0.0.1 are all 127.0.0.1, and blanks around it and line breaks within are
 * gone. So what is judged here is what is connected to.
 */
export function readPublicUrl(
  address: string,
  { allowLoopback }: { allowLoopback: boolean },
): { url: URL } | { refusal: Refusal } {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return { refusal: 'not_web' };
  if (url.username !== '' || url.password !== '') return { refusal: 'with_credentials' };
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  const allowed = isIP(host) === 0 ? mayLookUp(host, allowLoopback) : mayConnect(host, allowLoopback);
  return allowed ? { url } : { refusal: 'not_public' };
}

/** Whether `address`, as numbers in the usual notation, may be connected to. */
export function mayConnect(address: string, allowLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
}

function mayLookUp(name: string, allowLoopback: boolean): boolean {
  return isPublicName(name) || (allowLoopback && name === 'localhost');
}

/** Addresses that images are fetched from, as people write them. Pure. */
import { LIMITS } from '../limits.ts';

/** Why an address cannot be used. */
export type AddressFault = 'no_scheme' | 'not_an_address' | 'password' | 'too_long';

export type ReadAddress = { ok: true; url: string } | { ok: false; fault: AddressFault };

/** The address that `text` is, in the spelling of browsers and without what only they use: so it is the same image everywhere. */
export function readImageAddress(text: string): ReadAddress {
  if (!/^https?:\/\//iu.test(text)) return { ok: false, fault: 'no_scheme' };
  if (!URL.canParse(text)) return { ok: false, fault: 'not_an_address' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'password' };
  url.hash = '';
  return url.href.length > LIMITS.urlCharacters
    ? { ok: false, fault: 'too_long' }
    : { ok: true, url: url.href };
}

/** A webhook before it is saved: its address checked, its secret made. Pure but for the randomness. */
import { LIMITS } from '@docket/model/limits';

const SECRET_BYTES = 32;

/** 256 random bits as 64 hex digits. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type CheckedUrl = { ok: true; url: string } | { ok: false; message: string };

/** What a person has typed as an address, in full, or what is wrong with it. */
export function checkedUrl(text: string): CheckedUrl {
  const wanted = text.trim();
  if (wanted === '') return { ok: false, message: 'Enter the address that is to be called.' };
  const parsed = URL.canParse(wanted) ? new URL(wanted) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
    return { ok: false, message: 'Enter a whole address that begins with https:// or http://.' };
  if (parsed.username !== '' || parsed.password !== '')
    return { ok: false, message: 'Leave user name and password out: deliveries are signed instead.' };
  if (parsed.href.length > LIMITS.urlCharacters)
    return {
      ok: false,
      message: `An address has up to ${LIMITS.urlCharacters.toLocaleString('en')} characters.`,
    };
  return { ok: true, url: parsed.href };
}

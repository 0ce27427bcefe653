/** What a person types of a supplier, checked. Pure. */
import { LIMITS } from '@docket/model/limits';
import type { SupplierDetails } from '@docket/model/commands/supplier-commands';

/** For each field what is wrong with it. */
export type SupplierProblems = Partial<Record<keyof SupplierDetails, string>>;

export const EMPTY_SUPPLIER: SupplierDetails = { name: '', email: '', website: '', note: '' };

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** The address of a website, with `https://` where nothing is said; null where it is none. */
function checkedWebsite(text: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.hostname.includes('.') && url.username === '' ? url.href : null;
}

/** The details as they are saved, or what is wrong with them. */
export function checkedSupplier(
  typed: SupplierDetails,
): { ok: true; details: SupplierDetails } | { ok: false; problems: SupplierProblems } {
  const name = typed.name.trim();
  const email = typed.email.trim();
  const note = typed.note.trim();
  const website = typed.website.trim() === '' ? '' : checkedWebsite(typed.website.trim());
  const problems: SupplierProblems = {
    ...(name === '' && { name: 'Say what the supplier is called.' }),
    ...(name.length > LIMITS.nameCharacters && {
      name: `A name has up to ${LIMITS.nameCharacters} characters.`,
    }),
    ...(email !== '' &&
      (!MAIL.test(email) || email.length > LIMITS.nameCharacters) && {
        email: 'This is not an e-mail address.',
      }),
    ...((website === null || website.length > LIMITS.urlCharacters) && {
      website: 'This is not the address of a website.',
    }),
    ...(note.length > LIMITS.noteCharacters && {
      note: `A note has up to ${LIMITS.noteCharacters} characters.`,
    }),
  };
  if (website === null || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, details: { name, email, website, note } };
}

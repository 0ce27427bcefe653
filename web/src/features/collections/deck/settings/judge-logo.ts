/** Whether a file can be a deck's logo, from its size and content: pure. */
import { formatBytes, LIMITS } from '@docket/model/limits';
import { sniff } from '@docket/model/upload/sniff';

/** The endings that a file picker offers. */
export const LOGO_ENDINGS = ['.png', '.jpg', '.jpeg', '.webp'] as const;

/** How many bytes from the start `judgeLogo` wants. */
export const LOGO_HEAD_BYTES = 4096;

/** `contentType` and `ending` are by the bytes, whatever the file is called. */
export type LogoVerdict =
  | { ok: true; contentType: 'image/png' | 'image/jpeg' | 'image/webp'; ending: 'png' | 'jpg' | 'webp' }
  | { ok: false; reason: string };

const refused = (reason: string): LogoVerdict => ({ ok: false, reason });

const spells = (head: Uint8Array, at: number, text: string) =>
  Array.from(text).every((character, index) => head[at + index] === character.charCodeAt(0));

/** Judges a file called `name` of `size` bytes that begins with `head`. */
export function judgeLogo(name: string, size: number, head: Uint8Array): LogoVerdict {
  if (size === 0) return refused(`“${name}” is empty. Save it again and choose it once more.`);
  if (size > LIMITS.logoBytes)
    return refused(
      `“${name}” is ${formatBytes(size)}. A logo may have up to ${formatBytes(LIMITS.logoBytes)}: make the picture smaller.`,
    );
  if (spells(head, 0, 'RIFF') && spells(head, 8, 'WEBP'))
    return { ok: true, contentType: 'image/webp', ending: 'webp' };
  const sniffed = sniff(head, head);
  if (sniffed.known && sniffed.kind === 'png') return { ok: true, contentType: 'image/png', ending: 'png' };
  if (sniffed.known && sniffed.kind === 'jpeg') return { ok: true, contentType: 'image/jpeg', ending: 'jpg' };
  const found = sniffed.known ? `a ${sniffed.kind.toUpperCase()} file` : sniffed.found;
  return refused(`“${name}” is ${found}. Use a PNG, JPEG or WebP picture.`);
}

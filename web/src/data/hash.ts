/** Fingerprints of bytes. */

/** The SHA-256 of `bytes` in hexadecimal. The browser works it out beside the page. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

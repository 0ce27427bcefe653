/** Names for files that are not what was expected. */
import { fileTypeFromBuffer } from 'file-type';

/** What `bytes` are, or begin, as it stands in a sentence: “a PSD file”, “a HEIC picture”. Undefined: nobody knows. */
export async function describeFile(bytes: Uint8Array): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) return undefined;
  const [family] = type.mime.split('/');
  const label = type.ext.toUpperCase();
  const article = /^[AEFHILMNORSX]/.test(label) ? 'an' : 'a';
  const noun = family === 'image' ? 'picture' : 'file';
  return `${/^(GIF|HEIC)$/.test(label) ? 'a' : article} ${label} ${noun}`;
}

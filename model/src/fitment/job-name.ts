/** What a fitment job about a file is called until somebody says otherwise. Pure. */
import { cutText } from '../cut-text.ts';
import { LIMITS } from '../limits.ts';

/** The name of the file without its ending. */
export function uploadName(fileName: string): string {
  const name = fileName.replace(/\.[a-z0-9]{1,5}$/iu, '').trim();
  return cutText(name === '' ? fileName : name, LIMITS.nameCharacters);
}

/** Reading the address of an HTTP request. */
import { invalidArgument } from '../status.ts';

/** The address; the host does not matter. Throws INVALID_ARGUMENT when it is none. */
export function readUrl(text: string): URL {
  const url = URL.parse(text, 'http://localhost');
  if (!url) {
    throw invalidArgument('The address of the request is not valid.');
  }
  return url;
}

/** The path of an address without its escapes. Throws INVALID_ARGUMENT when they are damaged. */
export function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    throw invalidArgument('The address of the request is not valid.');
  }
}

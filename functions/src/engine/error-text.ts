/** Errors as lines of text. */

/** `/workspace/index.js`, `file:///srv/app/index.js`, `C:\\app\\index.js`; not `12/05/2026` or the address of a page. */
const MACHINE_PATH = /(?<![\w/])(?:(?:file:\/\/)?(?:\/[\w.@-]+){2,}|[A-Za-z]:\\[^\s'"]+)/gu;

/** The first line of an error's message, without anything that looks like a path of the machine it happened on. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n', 1)[0] ?? '').replaceAll(MACHINE_PATH, '…').slice(0, 500);
}

/** All that an error says, for the log. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

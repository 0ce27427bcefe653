/** Files of the command line that are read again whenever they change. */
import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; it is read when they are done. */
const settlingMillis = 50;

export interface WatchedFile {
  /** Ends the watching. */
  close(): void;
}

/** Calls `changed` when a file has been written. The folder is watched: many editors replace a file rather than write it. */
export function watchFile(file: string, changed: () => void): WatchedFile {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(path.dirname(path.resolve(file)), { persistent: false }, (_event, name) => {
    if (name === null || name === path.basename(file)) {
      clearTimeout(timer);
      timer = setTimeout(changed, settlingMillis).unref();
    }
  });
  watcher.on('close', () => clearTimeout(timer));
  // A folder that goes away takes nothing with it but the watching.
  watcher.on('error', () => watcher.close());
  return watcher;
}

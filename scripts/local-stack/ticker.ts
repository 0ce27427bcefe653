/** Drives scheduled functions: the emulators register them but have no clock. */
import { DEFAULT_REGION } from '@docket/model/web-config';

/** Calls the scheduled function `name` of the functions emulator at once and then every `everyMs`. Returns a stop. */
export function tick(functionsPort: number, project: string, name: string, everyMs: number): () => void {
  const url = `http://127.0.0.1:${functionsPort}/functions/projects/${project}/triggers/${DEFAULT_REGION}-${name}-0`;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const call = async () => {
    try {
      const signal = AbortSignal.timeout(30_000);
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        signal,
      });
    } catch {
      // The next tick tries again; the emulators may be on their way down.
    }
    if (!stopped) timer = setTimeout(() => void call(), everyMs);
  };
  void call();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

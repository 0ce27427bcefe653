/** The workspace that this browser looked at last: where it starts next time. */
const KEY = 'docket.workspace';

/** Storage may be forbidden; then every start is a first one. */
export const lastWorkspace = {
  get(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  set(workspaceId: string): void {
    try {
      localStorage.setItem(KEY, workspaceId);
    } catch {
      // Nothing depends on it.
    }
  },
};

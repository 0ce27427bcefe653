/** Runs `task` after so many milliseconds; the returned function calls it off. */
export function later(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

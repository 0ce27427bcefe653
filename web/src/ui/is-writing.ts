/** Which keys are a page's own to hear. */

/** Whether a key belongs to something that a person writes in. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}

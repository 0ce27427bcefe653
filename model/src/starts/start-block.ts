/** Why "Process Documents" is disabled: pure. */
import type { DocumentKind } from '../document.ts';

/** What the decision depends on. */
export interface StartFacts {
  /** The kinds of the documents that the collection holds. */
  kinds: readonly DocumentKind[];
  /** Files that are still on their way. */
  uploading: number;
  running: boolean;
  /** The run waits for somebody to resume it. */
  paused?: boolean;
  mayEdit: boolean;
}

/** The reason as a person reads it; null when processing can start. The first thing to do about it comes first. */
export function startBlock({
  kinds,
  uploading,
  running,
  paused = false,
  mayEdit,
}: StartFacts): string | null {
  if (!mayEdit) return 'Only editors and owners can process documents.';
  if (running)
    return paused ? 'Processing is paused. Resume or cancel it first.' : 'Processing is under way.';
  if (uploading > 0)
    return uploading === 1 ? 'One file is still uploading.' : `${uploading} files are still uploading.`;
  const linesheet = kinds.includes('linesheet');
  const purchaseOrder = kinds.includes('purchase_order');
  if (!linesheet && !purchaseOrder) return 'Add a linesheet and a purchase order first.';
  if (!linesheet) return 'Add a linesheet first.';
  return purchaseOrder ? null : 'Add a purchase order first.';
}

/** Whether the collection holds other documents than a run was started with, so that resuming it would miss them. */
export function filesChanged(now: readonly string[], then: readonly string[]): boolean {
  return now.length !== then.length || now.some((id) => !then.includes(id));
}

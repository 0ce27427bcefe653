/** Deleting a collection: what stands in the way, and what would be lost. Pure. */
import type { RunView } from '../run/run-view.ts';

/** Why a collection cannot be deleted now, as a person reads it; null when it can. */
export function deleteBlock(view: RunView): string | null {
  if (view.state !== 'running') return null;
  return view.cancellable ? 'Cancel processing first.' : 'Wait until processing has stopped.';
}

/** How much a collection holds. */
export interface Contents {
  files: number;
  /** Files that are still on their way. */
  uploads: number;
  products: number;
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`];

/** Names what goes with the collection: "Its 2 files and 39 products with their pictures". Null when it is empty. */
export function lossLabel({ files, uploads, products }: Contents): string | null {
  const parts = [
    ...counted(files, 'file', 'files'),
    ...counted(uploads, 'upload under way', 'uploads under way'),
    ...counted(products, 'product with its picture', 'products with their pictures'),
  ];
  return parts.length === 0 ? null : `Its ${new Intl.ListFormat('en').format(parts)}`;
}

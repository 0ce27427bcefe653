/** Why "Generate Items" is disabled: pure. */

/** What the decision depends on. */
export interface GenerateFacts {
  mayEdit: boolean;
  /** Items are being generated, or that run is paused. */
  running: boolean;
  paused: boolean;
  /** Documents are being processed, or that run is paused. */
  processing: boolean;
  processingPaused: boolean;
  /** Purchase orders that are there, and files that are still on their way. */
  orders: number;
  uploading: number;
  products: number;
}

/** The reason as a person reads it; null when items can be generated. The first thing to do about it comes first. */
export function generateBlock(facts: GenerateFacts): string | null {
  if (!facts.mayEdit) return 'Only editors and owners can generate items.';
  if (facts.running)
    return facts.paused
      ? 'Item generation is paused. Resume or cancel it first.'
      : 'Items are being generated.';
  if (facts.uploading > 0) return 'A file is still uploading.';
  if (facts.orders === 0) return 'Upload a purchase order first.';
  if (facts.processing)
    return facts.processingPaused
      ? 'Process Documents is paused. Resume or cancel it first: items are made from its products.'
      : 'Process Documents is under way. Items are made from its products.';
  if (facts.products === 0) return 'There are no products yet. Process Documents first.';
  return null;
}

/** Phase 3: which pictures show products. */
import type { DocumentContent, ExtractedImage, FilteredImage } from '../content.ts';

/** Judges every picture of a document. Pure; the order is kept. */
export function filterImages(images: readonly ExtractedImage[], _content: DocumentContent): FilteredImage[] {
  return images.map((image) => ({ ...image, verdict: { keep: true } }));
}

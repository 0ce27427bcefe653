/** Phase 3: which pictures show products. */
import type { DocumentContent, ExtractedImage, FilteredImage } from '../content.ts';
import { type DocumentFigures, dropReason } from './filter/drop-rules.ts';
import { findDuplicates } from './filter/duplicate-images.ts';
import { type ImageUses, usesOf } from './filter/image-uses.ts';
import { swatchesInRows } from './filter/swatch-rows.ts';

/** Judges every picture of a document by how it looks and where it stands. Pure; the order is kept. */
export function filterImages(images: readonly ExtractedImage[], content: DocumentContent): FilteredImage[] {
  const uses = usesOf(images, content);
  const document = documentFigures(uses, content);
  const swatches = swatchesInRows(uses);
  const reasons = new Map(
    uses.map((use) => {
      const reason = dropReason(use, document);
      return [use.image.image_id, reason ?? (swatches.has(use.image.image_id) ? 'swatch' : null)];
    }),
  );
  const duplicates = findDuplicates(images.filter((image) => reasons.get(image.image_id) === null));
  return images.map((image) => {
    const reason = reasons.get(image.image_id) ?? null;
    const same_as = duplicates.get(image.image_id) ?? null;
    if (reason !== null) return { ...image, verdict: { keep: false, reason, same_as: null } };
    if (same_as !== null) return { ...image, verdict: { keep: false, reason: 'duplicate', same_as } };
    return { ...image, verdict: { keep: true } };
  });
}

function documentFigures(uses: readonly ImageUses[], content: DocumentContent): DocumentFigures {
  return {
    pages: content.kind === 'pages' ? content.pages.length : 0,
    table_pictures: uses.filter(({ cells }) => cells.some((cell) => !cell.above_table)).length,
  };
}

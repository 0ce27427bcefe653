/** Pipelines that a test declares and never runs. */
import type { PipelineModules } from '../src/engine/pipeline-module.ts';

const never = async () => async () => ({});
const nothing = async () => {};

/** The pipelines of images. */
export const unusedImageModules: Pick<
  PipelineModules,
  'image_processing' | 'image_import' | 'image_backfill'
> = {
  image_processing: { phases: { derive_images: never }, clean: nothing },
  image_import: { phases: { fetch_images: never, derive_imported: never }, clean: nothing },
  image_backfill: { phases: { find_images: never, start_batches: never }, clean: nothing },
};

/** The analysis of listings. */
export const unusedListingModules: Pick<PipelineModules, 'listing_analysis'> = {
  listing_analysis: {
    phases: {
      prepare_photos: never,
      read_text: never,
      find_attributes: never,
      judge_quality: never,
      suggest_fields: never,
    },
    clean: nothing,
  },
};

/** Those of fitments. */
export const unusedFitmentModules: Pick<
  PipelineModules,
  'fitment_generation' | 'parts_import' | 'vehicle_import'
> = {
  fitment_generation: {
    phases: { read_parts: never, understand: never, match: never, score: never, save: never },
    clean: nothing,
  },
  parts_import: { phases: { read_parts: never, save_parts: never }, clean: nothing },
  vehicle_import: {
    phases: { read_vehicles: never, check_vehicles: never, save_vehicles: never },
    clean: nothing,
  },
};

/** The import of inventory items. */
export const unusedInventoryModules: Pick<PipelineModules, 'inventory_import'> = {
  inventory_import: {
    phases: { read_rows: never, save_items: never, start_images: never },
    clean: nothing,
  },
};

/** Where in the app a run is watched and its results are, for those who are not in the app: mails. */
import type { Job } from './job.ts';
import type { Pipeline } from './pipelines.ts';

/** Below the address of the workspace. */
const PAGES: Record<Pipeline, (subject: string) => string> = {
  document_processing: (collection) => `collections/${collection}/info`,
  item_generation: (collection) => `collections/${collection}/items`,
  deck_generation: (collection) => `collections/${collection}/deck`,
  image_processing: () => 'images',
  image_import: () => 'images',
  image_backfill: () => 'admin/processing',
  inventory_import: () => 'inventory',
  listing_analysis: (listing) => `listings/${listing}`,
  fitment_generation: (job) => `fitments/jobs/${job}`,
  parts_import: (parts) => `fitments/parts?import=${parts}`,
  vehicle_import: () => 'fitments/vehicles',
};

/** The path of the page of a run, with a slash in front. */
export function runPage(workspace: string, { pipeline, subject }: Pick<Job, 'pipeline' | 'subject'>): string {
  return `/w/${workspace}/${PAGES[pipeline](subject.id)}`;
}

/** The path of the page on which a member says what they want to be told. */
export function notificationsPage(workspace: string): string {
  return `/w/${workspace}/settings/notifications`;
}

/** Phase 4: the groups of products as the linesheets name them. Pure apart from giving way to other work. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Category } from '@docket/model/category';
import type { DocumentContent, FilteredImage } from '../content.ts';
import { analyseDocument } from './analyse-document.ts';
import { chooseGroupings } from './choose-groupings.ts';
import type { Draft, Grouping } from './draft.ts';
import { fold, squeeze } from './vocabulary/fold.ts';

/** A document with its text and, for picture catalogues, its filtered pictures. */
export interface CategorySource {
  document_id: string;
  content: DocumentContent;
  images?: readonly FilteredImage[];
}

/** How categories are to be looked for. */
export interface CategoryOptions {
  signal?: AbortSignal;
  /**
   * The user's hint: a column ("Collection"), a place ("sheet", "page heading"), or the names themselves,
   * separated by commas. Without a hint the best supported grouping of each document is taken.
   */
  hint?: string;
}

/** The categories of all documents, in printed order, with the number of products in each. */
export async function generateCategories(
  contents: readonly CategorySource[],
  options: CategoryOptions = {},
): Promise<Category[]> {
  const found = new Map<string, Category>();
  for (const { content, images } of contents) {
    const drafts = await draftsOf(content, images ?? [], options.signal);
    for (const grouping of chooseGroupings(drafts, options.hint ?? null)) {
      if (grouping !== null) count(found, grouping);
    }
  }
  return [...found.values()].map((category) => ({
    ...category,
    confidence: Math.round(category.confidence * 100) / 100,
  }));
}

/** Runs the analysis to its end, letting other work of the process run after every page. */
async function draftsOf(
  content: DocumentContent,
  images: readonly FilteredImage[],
  signal: AbortSignal | undefined,
): Promise<Draft[]> {
  const analysis = analyseDocument(content, images);
  for (let step = analysis.next(); ; step = analysis.next()) {
    if (step.done === true) return step.value;
    signal?.throwIfAborted();
    await breathe();
  }
}

/** The first spelling names the category; the best evidence gives its confidence. */
function count(found: Map<string, Category>, grouping: Grouping): void {
  const id = categoryId(grouping.name);
  const known = found.get(id);
  if (known === undefined) {
    const { reason, confidence } = grouping;
    found.set(id, { id, name: squeeze(grouping.name), product_count: 1, confidence, reason });
    return;
  }
  known.product_count += 1;
  known.confidence = Math.max(known.confidence, grouping.confidence);
}

/** A category's id: its name in comparable letters, joined by hyphens. */
export function categoryId(name: string): string {
  return (
    fold(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'unnamed'
  );
}

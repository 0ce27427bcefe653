/** Phase 4: the groups of products as the linesheets name them. Pure apart from giving way to other work. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Category } from '@docket/model/category';
import type { DocumentContent, FilteredImage } from '../content.ts';
import { analyseDocument } from './analyse-document.ts';
import { chooseGroupings } from './choose-groupings.ts';
import type { Draft } from './draft.ts';
import type { ChosenGroup } from './hints/assign-names.ts';
import { readHint } from './hints/read-hint.ts';
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
   * The user's hint: a column ("by gender"), a printed value ("delivery"), a place ("sheets", "page titles"), a level
   * ("broader", "finer"), "no categories", or the names themselves, separated by commas. Without a hint, and with one
   * that names nothing in the linesheets, the best supported grouping of each document is taken.
   */
  hint?: string;
}

/** The categories of all documents, in printed order, with the number of products in each. */
export async function generateCategories(
  contents: readonly CategorySource[],
  options: CategoryOptions = {},
): Promise<Category[]> {
  const hint = options.hint === undefined || options.hint.trim() === '' ? null : options.hint;
  const found = new Map<string, Category>();
  let followed = false;
  for (const { content, images } of contents) {
    const drafts = await draftsOf(content, images ?? [], options.signal);
    const chosen = chooseGroupings(drafts, hint);
    followed ||= chosen.followed;
    for (const group of chosen.groups) {
      if (group !== null) count(found, group);
    }
  }
  const categories = [...found.values()].map((category) => ({
    ...category,
    confidence: Math.round(category.confidence * 100) / 100,
  }));
  if (hint === null) return categories;
  return followed ? inOrderOf(hint, categories) : categories.map((category) => withNote(category, hint));
}

/** Categories that the hint lists stand in its order, the others behind them as printed. */
function inOrderOf(hint: string, categories: readonly Category[]): Category[] {
  const ids = readHint(hint).names.map(categoryId);
  const rank = ({ id }: Category) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return categories.toSorted((a, b) => rank(a) - rank(b));
}

/** Characters of a hint that are quoted. */
const QUOTED = 60;

/** Says that the hint has changed nothing. */
function withNote(category: Category, hint: string): Category {
  const text = squeeze(hint);
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED).trimEnd()}…` : text;
  return {
    ...category,
    reason: `${category.reason}. The hint “${quoted}” names nothing in this linesheet`,
  };
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
function count(found: Map<string, Category>, grouping: ChosenGroup): void {
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

/** Phase 5: the products of a linesheet with confidence and place of every value. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Category } from '@docket/model/category';
import type { ExtractedProduct, ProductField } from '@docket/model/product';
import type { DocumentContent, FilteredImage } from '../content.ts';
import { analyseDocument } from './analyse-document.ts';
import { chooseGroupings } from './choose-groupings.ts';
import type { Draft, Reading } from './draft.ts';
import type { ChosenGroup } from './hints/assign-names.ts';
import { fold } from './vocabulary/fold.ts';

/** How products are extracted. */
export interface ExtractOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, of: number, unit: 'Page' | 'Sheet') => void;
  /** The document's filtered pictures: they show where one card ends, and picture catalogues need them. */
  images?: readonly FilteredImage[];
  /** The hint that `categories` were made with: it decides which product belongs to which. */
  hint?: string;
}

/**
 * The products in the document's order; none for a document without products. A product's category is one of
 * `categories`, by name, or null. Gives way to other work after every page; throws the signal's reason on abort.
 */
export async function extractProducts(
  content: DocumentContent,
  categories: readonly Category[],
  options: ExtractOptions = {},
): Promise<ExtractedProduct[]> {
  const analysis = analyseDocument(content, options.images ?? []);
  const unit = content.kind === 'pages' ? 'Page' : 'Sheet';
  for (let step = analysis.next(); ; step = analysis.next()) {
    if (step.done === true) return productsOf(step.value, categories, options.hint ?? null);
    options.signal?.throwIfAborted();
    if (step.value.done > 0) options.onProgress?.(step.value.done, step.value.of, unit);
    await breathe();
  }
}

/** A draft's category is its own choice when that is among the categories, else any group of its that is. */
function productsOf(
  drafts: readonly Draft[],
  categories: readonly Category[],
  hint: string | null,
): ExtractedProduct[] {
  const byName = new Map(categories.map((category) => [fold(category.name), category]));
  const chosen = chooseGroupings(drafts, hint).groups;
  return drafts.flatMap((draft, index) => {
    const preferred = [chosen[index] ?? null, ...draft.groupings].filter((grouping) => grouping !== null);
    const grouping = preferred.find(({ name }) => byName.has(fold(name))) ?? null;
    const category = grouping === null ? null : (byName.get(fold(grouping.name))?.name ?? null);
    const product = productOf(draft, category, grouping);
    return product === null ? [] : [product];
  });
}

/** Only fields with a value get a confidence and a place. */
function productOf(
  draft: Draft,
  category: string | null,
  grouping: ChosenGroup | null,
): ExtractedProduct | null {
  const { fields, place, page, prices_by_size } = draft;
  const name = fields.name?.value ?? fields.sku?.value;
  if (name === undefined) return null;
  const confidence: ExtractedProduct['confidence'] = {};
  const places: ExtractedProduct['places'] = {};
  const note = (field: ProductField, reading: Reading<unknown> | undefined): void => {
    if (reading === undefined) return;
    confidence[field] = Math.round(reading.confidence * 100) / 100;
    places[field] = reading.place;
  };
  for (const field of [
    'sku',
    'name',
    'wholesale_price',
    'msrp',
    'currency',
    'colors',
    'color_codes',
    'sizes',
    'material',
    'origin',
    'season',
    'delivery',
  ] as const) {
    note(field, fields[field]);
  }
  if (grouping !== null)
    note('category', { value: category, confidence: grouping.confidence, place: grouping.place });
  return {
    sku: fields.sku?.value ?? null,
    name,
    category,
    wholesale_price: fields.wholesale_price?.value ?? null,
    msrp: fields.msrp?.value ?? null,
    currency: fields.currency?.value ?? null,
    colors: fields.colors?.value ?? [],
    color_codes: fields.color_codes?.value ?? [],
    sizes: fields.sizes?.value ?? [],
    prices_by_size,
    material: fields.material?.value ?? null,
    origin: fields.origin?.value ?? null,
    season: fields.season?.value ?? null,
    delivery: fields.delivery?.value ?? null,
    page,
    confidence,
    places,
    place,
  };
}

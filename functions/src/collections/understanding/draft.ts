/**
 * A product while it is being read: every value with its confidence and place, and every grouping it stands under.
 * Tables, cards and captions all produce drafts; categories and products are made from them.
 */
import type { Place } from '@docket/model/geometry';

/** A value with where it was read and how sure that is (0–1). */
export interface Reading<T> {
  value: T;
  confidence: number;
  place: Place;
}

/** What can name a group of products, best evidence first when several are present. */
export const GROUPING_SOURCES = [
  'column',
  'heading',
  'title',
  'page_heading',
  'group_column',
  'sheet',
] as const;
export type GroupingSource = (typeof GROUPING_SOURCES)[number];

/** A group that a product stands under. */
export interface Grouping {
  name: string;
  source: GroupingSource;
  /** For a person: "Heading of page 2", "Column “Product Category”". */
  reason: string;
  confidence: number;
  place: Place;
}

/** The values of a draft. Lists are in printed order. */
export interface DraftFields {
  sku?: Reading<string>;
  name?: Reading<string>;
  wholesale_price?: Reading<number>;
  msrp?: Reading<number>;
  currency?: Reading<string>;
  colors?: Reading<string[]>;
  color_codes?: Reading<string[]>;
  sizes?: Reading<string[]>;
  material?: Reading<string>;
  origin?: Reading<string>;
  season?: Reading<string>;
  delivery?: Reading<string>;
}

/** One product as found. */
export interface Draft {
  fields: DraftFields;
  prices_by_size: Record<string, number> | null;
  groupings: Grouping[];
  page: number | null;
  place: Place;
}

/** Keeps the more confident of two readings; the earlier one on a tie. */
export function better<T>(first: Reading<T> | undefined, second: Reading<T>): Reading<T> {
  return first === undefined || second.confidence > first.confidence ? second : first;
}

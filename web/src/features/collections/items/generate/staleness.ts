/** Whether items still go with the files and products that they were made from. Pure. */
import type { Collection } from '@docket/model/collection';
import type { StoredFile } from '../../../../data/records.ts';

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

function ordersSentence(added: readonly string[], removed: number): string | null {
  if (added.length > 0 && removed > 0) return `The purchase order was replaced by ${quoted(added)}.`;
  if (added.length > 0)
    return `${quoted(added)} ${added.length === 1 ? 'was' : 'were'} added after these items were generated.`;
  if (removed === 0) return null;
  return removed === 1
    ? 'A purchase order that these items come from was removed.'
    : `${removed} purchase orders that these items come from were removed.`;
}

/** The linesheets as they are now, beside those that the latest processing has read. */
export interface Linesheets {
  present: readonly StoredFile[];
  /** Ids of all documents of that processing, orders among them; null while they are not known. */
  processed: readonly string[] | null;
}

const FIRST = 'Process Documents on Collection Info first, then generate items.';

/** Linesheets that nobody has read yet, or that are gone: items can be generated again only after processing. */
function linesheetsSentence({ present, processed }: Linesheets): string | null {
  if (processed === null) return null;
  if (present.length === 0) return `The linesheet was removed. Upload one on Collection Info. ${FIRST}`;
  const added = present.filter(({ id }) => !processed.includes(id));
  if (added.length === 0) return null;
  const names = quoted(added.map(({ data }) => data.file_name));
  if (added.length === present.length) return `The linesheet was replaced by ${names}. ${FIRST}`;
  return `${names} ${added.length === 1 ? 'has' : 'have'} not been processed yet. ${FIRST}`;
}

/** What has happened since the items were generated, as sentences; empty while they are up to date. */
export function staleness(
  { results, item_results: made }: Pick<Collection, 'results' | 'item_results'>,
  orders: readonly StoredFile[],
  linesheets: Linesheets,
): string[] {
  if (made === null) return [];
  const added = orders.filter(({ id }) => !made.document_ids.includes(id)).map(({ data }) => data.file_name);
  const removed = made.document_ids.filter((id) => !orders.some((order) => order.id === id)).length;
  const sentences = [ordersSentence(added, removed), linesheetsSentence(linesheets)].filter(
    (sentence) => sentence !== null,
  );
  if (results !== null && results.job_id !== made.products_job_id)
    sentences.push(
      'The linesheet has been processed again since: these items carry the products, prices and pictures of before.',
    );
  return sentences;
}

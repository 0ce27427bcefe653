/** What an order must have before items can be made of it; each lack with what a person can do about it. Pure. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import type { OrderRole } from '@docket/model/order';
import type { RunDocument } from '../run-files.ts';
import type { OrderLines, OrderTables } from './order-work.ts';

type Named = Pick<RunDocument, 'id' | 'file_name'>;

/**
 * For an order of which no table is used, unless a person has decided so: throws `order_without_lines` where it is only
 * not filled in, otherwise `order_unreadable`.
 */
export function assertReadable(documents: readonly Named[], orders: readonly OrderTables[]): void {
  const isRead = ({ tables }: OrderTables) => tables.some(({ used, corrected }) => used || corrected);
  const unread = orders.find((order) => !isRead(order));
  if (unread !== undefined) {
    const code = unread.tables.some(isBlankForm) ? 'order_without_lines' : 'order_unreadable';
    throw new DocketError(code, fileOf(documents, unread.document_id));
  }
  if (!orders.some(({ tables }) => tables.some(({ used }) => used)))
    throw new DocketError('order_unreadable');
}

/** Throws `order_without_lines` when nothing is ordered at all, `order_too_long` when too much is. */
export function assertHasLines(documents: readonly Named[], orders: readonly OrderLines[]): void {
  const count = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const [longest] = orders.toSorted((a, b) => b.lines.length - a.lines.length);
  const only = orders.length > 1 ? {} : fileOf(documents, longest?.document_id);
  if (count === 0) throw new DocketError('order_without_lines', only);
  if (count > LIMITS.orderLines)
    throw new DocketError('order_too_long', fileOf(documents, longest?.document_id));
}

const IDENTITIES: readonly OrderRole[] = ['sku', 'name', 'barcode'];
const QUANTITIES: readonly OrderRole[] = ['quantity', 'size_quantity'];

/** A table that says of what and how much it orders, in columns without any quantity. */
function isBlankForm({ header_row, columns }: OrderTables['tables'][number]): boolean {
  const isHeaded = header_row !== null || columns.some(({ header }) => header !== '');
  const quantities = columns.filter(({ role }) => QUANTITIES.includes(role));
  const isBlank = quantities.every(({ samples }) => samples.every((sample) => !/[1-9]/u.test(sample)));
  return (
    isHeaded && columns.some(({ role }) => IDENTITIES.includes(role)) && quantities.length > 0 && isBlank
  );
}

function fileOf(documents: readonly Named[], id: string | undefined): { file?: string } {
  const found = documents.find((document) => document.id === id);
  return found === undefined ? {} : { file: found.file_name };
}

/** Products and order lines for tests, of which only what matters is said. */
import type { Place } from '@docket/model/geometry';
import type { OrderLine } from '../../ordering/order.ts';
import type { LinesheetProduct } from '../linesheet-product.ts';

const cell = (row: number): Place => ({ kind: 'cell', sheet: 'Order', row, column: 1 });

/** A product of the linesheet. */
export function product(said: Partial<LinesheetProduct>): LinesheetProduct {
  return {
    sku: null,
    name: said.sku ?? 'Product',
    category: null,
    wholesale_price: null,
    msrp: null,
    currency: null,
    colors: [],
    color_codes: [],
    sizes: [],
    prices_by_size: null,
    material: null,
    origin: null,
    season: null,
    delivery: null,
    page: null,
    job_id: 'c-document_processing-1',
    position: 0,
    image: null,
    document_id: 'linesheet',
    product_id: '1-00000',
    ...said,
  };
}

/** A line of an order. */
export function line(said: Partial<OrderLine>): OrderLine {
  return {
    sku: null,
    base_sku: said.sku ?? null,
    name: null,
    color: null,
    color_code: null,
    size: null,
    quantity: 1,
    unit_price: null,
    msrp: null,
    currency: null,
    category: null,
    material: null,
    origin: null,
    season: null,
    delivery: null,
    table: 0,
    place: cell(1),
    ...said,
  };
}

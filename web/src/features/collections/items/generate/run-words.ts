/** What a run has made of the order, in words. Pure. */
import type { Place } from '@docket/model/geometry';
import type { ItemResults } from '@docket/model/item';
import type { OrderCheck } from '@docket/model/order';
import { formatMoney } from '../../results/product-format.ts';

const count = (value: number) => value.toLocaleString('en');

/** `33 created, 4 updated, 2 unchanged, 1 no longer in the order`; what there is none of is left out. */
export function outcome({ created, updated, skipped, dropped }: ItemResults): string {
  const parts = [
    [created, 'created'],
    [updated, 'updated'],
    [skipped, 'unchanged'],
    [dropped, 'no longer in the order'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, word]) => `${count(value)} ${word}`);
  return said.length === 0 ? 'nothing to do' : said.join(', ');
}

/** Where to look in the order: `sheet “Order”, row 48`, `page 2`. */
function whereabouts(place: Place): string {
  return place.kind === 'page' ? `page ${place.number}` : `sheet “${place.sheet}”, row ${place.row}`;
}

/** A printed figure that differs: what is printed, what was read, and where. `file` where there are several. */
export function failedCheck(check: OrderCheck, currency: string | null, file: string | null): string {
  const figure = (value: number) =>
    check.kind === 'amount' ? formatMoney(value, currency) : `${count(value)} pieces`;
  const scope = { line: 'in a line', subtotal: 'as a subtotal', total: 'in total' }[check.scope];
  const label = check.label === '' ? '' : ` (“${check.label}”)`;
  const place = [...(file === null ? [] : [`“${file}”`]), whereabouts(check.place)].join(', ');
  const read =
    check.kind === 'amount' ? `${figure(check.extracted)} was read` : `${count(check.extracted)} were read`;
  return `The order prints ${figure(check.printed)} ${scope}${label}; ${read}. See ${place}.`;
}

/** The distinct styles of an order: what its lines say about which product they mean. Pure. */
import type { OrderLine } from '../ordering/order.ts';

/** What of a line says which product it means. */
export type OrderStyle = Pick<OrderLine, 'sku' | 'base_sku' | 'name' | 'color' | 'color_code'>;

/** The distinct styles in order of appearance, and for every line the index of its style. */
export interface OrderStyles {
  styles: OrderStyle[];
  styleOf: number[];
}

/** The styles of `lines`: thousands of lines name each of them many times, and it is matched once. */
export function stylesOf(lines: readonly OrderLine[]): OrderStyles {
  const styles: OrderStyle[] = [];
  const known = new Map<string, number>();
  const styleOf = lines.map(({ sku, base_sku, name, color, color_code }) => {
    const key = JSON.stringify([sku, base_sku, name, color, color_code]);
    const found = known.get(key) ?? styles.length;
    if (found === styles.length) {
      known.set(key, found);
      styles.push({ sku, base_sku, name, color, color_code });
    }
    return found;
  });
  return { styles, styleOf };
}

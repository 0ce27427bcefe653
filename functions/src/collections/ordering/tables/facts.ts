/** Reads what an order says outside of its tables: labels with their values, and texts without. Pure. */
import type { Place } from '@docket/model/geometry';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import { meaningOfOrderHeader } from '../words/order-words.ts';
import { isCharge, totalOf } from '../words/row-words.ts';
import type { Fact } from './order-table.ts';

/** A text with its place, in a line of others. */
export interface PlacedText {
  text: string;
  place: Place;
}

/** The facts of one line, left to right: "Season: AW26", "Article No. | 10745308328". */
export function factsOfLine(line: readonly PlacedText[]): Fact[] {
  const facts: Fact[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const item = line[index];
    if (item === undefined) continue;
    const text = squeeze(item.text);
    const next = line[index + 1];
    const colon = /^(?<label>[^:：]{1,40})[:：]\s*(?<value>\S.*)$/u.exec(text)?.groups;
    if (colon !== undefined) {
      facts.push({
        label: squeeze(colon['label'] ?? ''),
        value: squeeze(colon['value'] ?? ''),
        place: item.place,
      });
    } else if (isLabel(text) && next !== undefined && !isLabel(squeeze(next.text))) {
      facts.push({ label: text.replace(/\s*[:：]$/u, ''), value: squeeze(next.text), place: next.place });
      index += 1;
    } else {
      facts.push({ label: '', value: text, place: item.place });
    }
  }
  return facts;
}

/** A text that announces the one behind it. */
function isLabel(text: string): boolean {
  if (/[:：]$/u.test(text)) return true;
  if (text.length > 40 || /\d{3}/u.test(text)) return false;
  return (meaningOfOrderHeader(text)?.strength ?? 0) >= 0.6 || totalOf(text) !== null || isCharge(text);
}

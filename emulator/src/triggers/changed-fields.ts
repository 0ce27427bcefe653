/** Which fields of a document a change has touched. */
import { formatFieldPath } from '../values/field-path.ts';
import { identicalValues } from '../values/order.ts';
import { type Fields, isVector, type Value } from '../values/value.ts';

/**
 * The paths of the fields that differ, added and removed ones too. Where both versions hold a map, those inside it; a
 * list or a vector is one value.
 */
export function changedFields(before: Fields, after: Fields): string[] {
  return differences(before, after, []).map(formatFieldPath);
}

function differences(before: Fields, after: Fields, above: readonly string[]): string[][] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [earlier, later] = [before.get(name), after.get(name)];
    if (earlier && later && identicalValues(earlier, later)) {
      return [];
    }
    const path = [...above, name];
    const [inside, outside] = [mapOf(earlier), mapOf(later)];
    return inside && outside ? differences(inside, outside, path) : [path];
  });
}

function mapOf(value: Value | undefined): Fields | undefined {
  return value?.kind === 'map' && !isVector(value.fields) ? value.fields : undefined;
}

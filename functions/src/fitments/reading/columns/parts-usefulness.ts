/** Decides whether a table lists parts, and how sure its reading is. Pure. */
import type { PartColumn, PartRole } from '@docket/model/fitment/part-tables';

const SAYING: readonly PartRole[] = ['description', 'notes', 'vehicle', 'make', 'model'];

/** A table lists parts when it has their numbers and says something of them. */
export function usefulnessOfParts(
  columns: readonly PartColumn[],
  rows: number,
): { used: boolean; reason: string } {
  const has = (roles: readonly PartRole[]): boolean => columns.some(({ role }) => roles.includes(role));
  if (rows === 0) return { used: false, reason: 'It has no rows' };
  if (!has(['part_number'])) return { used: false, reason: 'No column holds part numbers' };
  if (!has(SAYING))
    return { used: false, reason: 'Nothing says what the parts are or which vehicles they fit' };
  const vehicles = has(['make', 'model', 'vehicle']) ? ' and vehicles' : '';
  const texts = has(['description', 'notes']) ? ', texts' : '';
  return { used: true, reason: `It has part numbers${texts}${vehicles}` };
}

/** That of the least sure column among those that matter, softened by the others. */
export function confidenceOfParts(columns: readonly PartColumn[]): number {
  const best = (roles: readonly PartRole[]): number[] => {
    const fitting = columns.filter(({ role }) => roles.includes(role)).map(({ confidence }) => confidence);
    return fitting.length === 0 ? [] : [Math.max(...fitting)];
  };
  const all = [
    ...(best(['part_number'])[0] === undefined ? [0] : best(['part_number'])),
    ...best(['description', 'notes', 'vehicle']),
    ...best(['make']),
    ...best(['model']),
    ...best(['years', 'year_from']),
  ];
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return Math.round((Math.min(...all) * 0.6 + mean * 0.4) * 100) / 100;
}

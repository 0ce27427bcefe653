/** What was compared, in a few lines. */
import type { Report } from './property.ts';
import { rareNames, type Statistics, wantedNames, wantedShares } from './statistics.ts';

const counted = [
  'cases',
  'operations',
  'commits',
  'writes',
  'queries',
  'aggregations',
  'documents got',
  'transactions',
  'targets',
  'snapshots',
];

/** The numbers, the shares that say how much they are worth, what is missing, and the difference if there is one. */
export function summary({ seed, statistics, difference }: Report): string {
  return [
    counted.map((name) => `${name} ${statistics.of(name)}`).join(', '),
    ...wantedShares.map(({ of, are }) => `  ${percent(statistics, of, are)} of ${of}: ${are}`),
    ...shortcomings(statistics),
    `seed ${seed}, differences: ${difference ?? 0}`,
  ].join('\n');
}

/** In what the cases fall short of what makes them worth running. */
export function shortcomings(statistics: Statistics): string[] {
  const rare = wantedShares
    .filter(({ of, are, atLeast }) => !(statistics.of(are) >= atLeast * statistics.of(of)))
    .map(
      ({ of, are, atLeast }) =>
        `too few: ${percent(statistics, of, are)} of ${of}: ${are}, at least ${100 * atLeast} %`,
    );
  const absent = Object.entries(wantedNames).flatMap(([prefix, names]) => {
    const missing = names.filter((name) => statistics.of(prefix + name) === 0);
    return missing.length > (rareNames[prefix] ?? 0) ? missing.map((name) => `never: ${prefix}${name}`) : [];
  });
  return [...rare, ...absent];
}

function percent(statistics: Statistics, of: string, are: string): string {
  return `${((100 * statistics.of(are)) / Math.max(1, statistics.of(of))).toFixed(1)} %`;
}

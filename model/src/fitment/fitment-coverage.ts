/** Which vehicles approved fitments cover. Pure. */
import type { MergedFitment } from './merge-fitments.ts';

/** How many parts fit a model, in whatever years and however limited. */
export interface ModelCoverage {
  make: string;
  model: string;
  parts: number;
  /** First and last model year of which anything is said. */
  from: number;
  to: number;
}

/** Each model that something fits, those with the most parts first. */
export function coverageOf(fitments: readonly MergedFitment[]): ModelCoverage[] {
  const models = Map.groupBy(fitments, ({ make, model }) => JSON.stringify([make, model]));
  return [...models.values()]
    .flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      let { from, to } = first;
      for (const one of of) {
        from = Math.min(from, one.from);
        to = Math.max(to, one.to);
      }
      const parts = new Set(of.map(({ part_key }) => part_key)).size;
      return [{ make: first.make, model: first.model, parts, from, to }];
    })
    .toSorted(
      (a, b) =>
        b.parts - a.parts ||
        a.make.localeCompare(b.make) ||
        a.model.localeCompare(b.model, 'en', { numeric: true }),
    );
}

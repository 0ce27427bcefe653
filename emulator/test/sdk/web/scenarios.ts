import type { Scenario } from '../scenario.ts';
import { cache } from './cache.ts';
import { documents } from './documents.ts';
import { equality } from './equality.ts';
import { listeners } from './listeners.ts';
import { queries } from './queries.ts';
import { refused } from './refused.ts';
import type { WebStand } from './stand.ts';
import { transactions } from './transactions.ts';
import { views } from './views.ts';

/** Everything that is shown of the Web SDK, in Node and in the browser. */
export const webScenarios: readonly Scenario<WebStand>[] = [
  ...documents,
  ...equality,
  ...queries,
  ...transactions,
  ...listeners,
  ...views,
  ...cache,
  ...refused,
];

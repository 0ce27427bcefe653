/** The documents about the HTTP API that owners read, and the queries that find them. */
import { apiKeySchema } from '@docket/model/api-key';
import { apiUsageSchema } from '@docket/model/api-usage';
import { paths } from '@docket/model/paths';
import type { Query } from './ports.ts';
import { createReader } from './reader.ts';

export const apiKeyReader = createReader(apiKeySchema);
export const apiUsageReader = createReader(apiUsageSchema);

export const apiQueries = {
  /** All keys of a workspace, also those that are not valid any more. */
  keys: (workspace: string): Query => ({
    from: 'collection',
    path: paths.apiKeys(workspace),
    where: {},
    limit: null,
  }),
  /** What keys and users have used: one record each. */
  usage: (workspace: string): Query => ({
    from: 'collection',
    path: paths.apiUsages(workspace),
    where: {},
    limit: null,
  }),
} as const;

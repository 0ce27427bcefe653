import type { ReorderStatus } from '@docket/model/inventory/supplier';

/** The states of reorders of which something is still to come. */
export const OPEN_REORDERS = ['requested', 'ordered'] as const satisfies readonly ReorderStatus[];

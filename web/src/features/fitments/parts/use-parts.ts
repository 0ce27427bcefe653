/** The parts of the workspace. */
import { useMemo, useState } from 'react';
import { fitmentQueries, partReader } from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { createRowMaker, type PartRow } from './part-rows.ts';

const NO_ROWS: readonly PartRow[] = [];

export interface Parts {
  state: 'loading' | 'ready' | 'error';
  /** Why they could not be loaded. */
  message: string;
  rows: readonly PartRow[];
  /** Records that cannot be shown, each with its reason. */
  damaged: readonly { path: string; reason: string }[];
}

export function useParts(): Parts {
  const workspace = useWorkspace();
  const parts = useQuery(fitmentQueries.parts(workspace.id), partReader);
  const [makeRows] = useState(createRowMaker);
  return useMemo(
    () => ({
      state: parts.state,
      message: parts.state === 'error' ? parts.message : '',
      rows: parts.state === 'ready' ? makeRows(parts.value.records) : NO_ROWS,
      damaged: parts.state === 'ready' ? parts.value.malformed : [],
    }),
    [parts, makeRows],
  );
}

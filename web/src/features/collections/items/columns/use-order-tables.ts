/** How the purchase orders of a collection were read, as a live value. */
import type { Collection } from '@docket/model/collection';
import type { OrderTable } from '@docket/model/order';
import { isRunning } from '@docket/model/processing-status';
import { useMemo } from 'react';
import { useQueries } from '../../../../data/hooks.ts';
import { type Live, mapLive } from '../../../../data/live.ts';
import type { Stored } from '../../../../data/reader.ts';
import { orderTableReader, queries, type StoredFile } from '../../../../data/records.ts';
import { useWorkspace } from '../../../../data/workspace.ts';

/** A table of an order with the file that it stands in. */
export interface FileTable {
  path: string;
  fileName: string;
  table: OrderTable;
}

/** The runs whose tables may be shown: the latest one, also when it has failed, else the one that made the items. */
function runsToShow({
  processing_status: summaries,
  item_results: made,
}: Collection): [string | null, string | null] {
  const latest = summaries.item_generation;
  const ended = latest !== undefined && !isRunning(latest) && latest.status !== 'cancelled';
  return [ended ? latest.task_id : null, made?.job_id ?? null];
}

function useTables(
  collectionId: string,
  orders: readonly StoredFile[],
  job: string | null,
): Live<FileTable[]> {
  const workspace = useWorkspace();
  const wanted =
    job === null ? [] : orders.map(({ id }) => queries.orderTables(workspace.id, collectionId, id, job));
  const found = useQueries(wanted, orderTableReader);
  return useMemo(() => {
    const place = (path: string) => orders.findIndex(({ path: order }) => path.startsWith(`${order}/`));
    return mapLive(found, ({ records }) =>
      records
        .map(({ path, data }) => ({ path, order: place(path), table: data }))
        .sort((a, b) => a.order - b.order || a.table.position - b.table.position)
        .map(({ path, order, table }) => ({
          path,
          fileName: orders[order]?.data.file_name ?? '',
          table,
        })),
    );
  }, [found, orders]);
}

/** The tables in the order of their files. */
export function useOrderTables(
  collection: Stored<Collection>,
  orders: readonly StoredFile[],
): Live<FileTable[]> {
  const [latest, made] = runsToShow(collection.data);
  const current = useTables(collection.id, orders, latest);
  const earlier = useTables(collection.id, orders, made);
  return current.state === 'ready' && current.value.length === 0 ? earlier : current;
}

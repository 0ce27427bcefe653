/** What the collections of the workspace are called. */
import { useMemo } from 'react';
import { useQuery } from '../../../data/hooks.ts';
import { mapLive, valueOr } from '../../../data/live.ts';
import { collectionReader, queries } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The returned function gives a collection's name by id; words for one that is not known yet, or gone. */
export function useCollectionNames(): (id: string) => string {
  const workspace = useWorkspace();
  const collections = useQuery(queries.collections(workspace.id), collectionReader);
  return useMemo(() => {
    const names = mapLive(
      collections,
      ({ records }) => new Map(records.map(({ id, data }) => [id, data.name])),
    );
    const known = valueOr(names, NO_NAMES);
    return (id) => known.get(id) ?? (names.state === 'loading' ? '…' : 'Deleted collection');
  }, [collections]);
}

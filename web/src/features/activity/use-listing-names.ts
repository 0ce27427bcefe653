/** What listings are called that runs are about. */
import { paths } from '@docket/model/paths';
import { useMemo } from 'react';
import { useDocuments } from '../../data/hooks.ts';
import { listingReader } from '../../data/listing-records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import type { RunRow } from '../collections/history/history-rows.ts';
import { listingName } from '../listings/listing-words.ts';

/** The returned function names the listings that `rows` are about, by id; words for one that is not known yet, or gone. */
export function useListingNames(rows: readonly RunRow[]): (id: string) => string {
  const workspace = useWorkspace();
  const wanted = useMemo(() => {
    const ids = rows.flatMap(({ subject }) => (subject.type === 'listing' ? [subject.id] : []));
    return [...new Set(ids)].map((id) => paths.listing(workspace.id, id));
  }, [rows, workspace.id]);
  const listings = useDocuments(wanted, listingReader);
  const names =
    listings.state === 'ready'
      ? new Map(listings.value.records.map(({ id, data }) => [id, listingName(data)]))
      : null;
  return (id) => (names === null ? '…' : (names.get(id) ?? 'Deleted item'));
}

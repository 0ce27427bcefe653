/** The products that the latest completed run has read, over all linesheets of a collection. */
import type { Collection } from '@docket/model/collection';
import type { Product } from '@docket/model/product';
import { useMemo } from 'react';
import { useClient, useQueries } from '../../../data/hooks.ts';
import { LOADING, type Live, mapLive } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { productReader, queries, type StoredFile } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';

export type StoredProduct = Stored<Product>;

/** Products in the order of the linesheets and of their pages. */
export function useProducts(
  collection: Stored<Collection>,
  documents: Live<readonly StoredFile[]>,
): Live<StoredProduct[]> {
  const workspace = useWorkspace();
  const job = collection.data.results?.job_id ?? null;
  const linesheets =
    documents.state === 'ready' ? documents.value.filter(({ data }) => data.kind === 'linesheet') : [];
  const wanted =
    job === null ? [] : linesheets.map(({ id }) => queries.products(workspace.id, collection.id, id, job));
  const found = useQueries(wanted, productReader);
  return useMemo(() => {
    if (documents.state !== 'ready') return documents.state === 'error' ? documents : LOADING;
    return mapLive(found, ({ records }) => records.toSorted(byDocumentAndPosition));
  }, [documents, found]);
}

function byDocumentAndPosition(a: StoredProduct, b: StoredProduct): number {
  const [documentA, documentB] = [a, b].map(({ path }) => path.slice(0, path.lastIndexOf('/')));
  if (documentA !== documentB) return (documentA ?? '') < (documentB ?? '') ? -1 : 1;
  return a.data.position - b.data.position;
}

/** The addresses of a product's picture; null where it has none. */
export function usePicture(product: Product): { full: string; thumbnail: string } | null {
  const { files } = useClient().backend;
  const { image } = product;
  if (image === null) return null;
  return {
    full: files.address(image.path, image.token),
    thumbnail: files.address(image.thumbnail_path, image.token),
  };
}

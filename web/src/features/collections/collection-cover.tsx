/** Some of a collection's products as its cover; a quiet pattern while there are none. */
import type { Collection } from '@docket/model/collection';
import { IconFiles } from '@tabler/icons-react';
import { useQuery } from '../../data/hooks.ts';
import type { Stored } from '../../data/reader.ts';
import { documentReader, productReader, queries } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import classes from './collection-cover.module.css';
import { ProductPicture } from './results/product-picture.tsx';

/** Enough to find three with a picture among them, few enough to cost little. */
const LOOKED_AT = 8;
const SHOWN = 3;

function CoverPictures({ collection, job }: { collection: Stored<Collection>; job: string }) {
  const workspace = useWorkspace();
  const documents = useQuery(queries.documents(workspace.id, collection.id), documentReader);
  const linesheet =
    documents.state === 'ready'
      ? documents.value.records.find(({ data }) => data.kind === 'linesheet')
      : undefined;
  const products = useQuery(
    linesheet === undefined
      ? null
      : queries.products(workspace.id, collection.id, linesheet.id, job, LOOKED_AT),
    productReader,
  );
  const pictured =
    products.state === 'ready'
      ? products.value.records.filter(({ data }) => data.image !== null).slice(0, SHOWN)
      : [];
  return (
    <div className={classes.pictures}>
      {pictured.map(({ path, data }) => (
        <ProductPicture key={path} product={data} />
      ))}
    </div>
  );
}

export function CollectionCover({ collection }: { collection: Stored<Collection> }) {
  const { results } = collection.data;
  return (
    <div className={classes.root} aria-hidden>
      {results === null ? (
        <IconFiles size={34} stroke={1.1} className={classes.empty} />
      ) : (
        <CoverPictures collection={collection} job={results.job_id} />
      )}
    </div>
  );
}

/** The columns of My Items. Plain elements: dozens are drawn for each turn of the wheel. */
import { ITEM_CONDITIONS } from '@docket/model/listing/suggestions';
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { StoredListing } from '../../../data/listing-records.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { when } from '../../collections/history/history-words.ts';
import { ItemPictureState, ItemThumb } from '../../images/pictures/item-thumb.tsx';
import { CONDITION_LABELS, listingName, priceLabel } from '../listing-words.ts';
import classes from './list.module.css';
import { publishedAt } from './listing-rows.ts';

/** The least width of the table in pixels, where it shows all columns. */
export const ITEMS_WIDTH = 820;

/** What cells need of the page. The object is the same as long as the table is. */
export interface CellPorts {
  /** Where an item leads. */
  urlOf: (listing: StoredListing) => string;
  mayEdit: boolean;
  onDelete: (listing: StoredListing) => void;
}

interface Props {
  listing: StoredListing;
  ports: CellPorts;
}

const photoOf = ({ data }: StoredListing) => data.photos[0] ?? null;

const conditionOf = ({ data: { condition } }: StoredListing) =>
  condition === null ? '' : CONDITION_LABELS[condition];

const priceOf = ({ data: { price } }: StoredListing) => (price === null ? '' : priceLabel(price));

/** The title, with how the photo is. On narrow screens also what the other columns would say. */
function NameCell({ listing, ports, narrow }: Props & { narrow: boolean }) {
  const name = listingName(listing.data);
  const { brand, category } = listing.data;
  const fact = narrow ? [conditionOf(listing), category].filter(Boolean).join(' · ') : brand;
  return (
    <span className={classes.name} data-narrow={narrow || undefined}>
      <Link
        to={ports.urlOf(listing)}
        className={classes.title}
        title={name}
        onClick={(event) => event.stopPropagation()}
      >
        {name}
      </Link>
      <span className={classes.below}>
        {fact !== '' && <span className={classes.fact}>{fact}</span>}
        <ItemPictureState imageId={photoOf(listing)} name={name} mayRetry={ports.mayEdit} />
      </span>
    </span>
  );
}

function TextCell({ text }: { text: string }) {
  if (text === '') return <span className={classes.none}>–</span>;
  return (
    <span className={classes.text} title={text}>
      {text}
    </span>
  );
}

function DeleteCell({ listing, ports }: Props) {
  return (
    <ActionIcon
      aria-label={`Delete ${listingName(listing.data)}`}
      onClick={(event) => {
        event.stopPropagation();
        ports.onDelete(listing);
      }}
    >
      <IconTrash size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

const photo = (width: string): DataColumn<StoredListing> => ({
  id: 'photo',
  header: 'Photo',
  width,
  cell: (listing) => <ItemThumb imageId={photoOf(listing)} />,
});

const title = (ports: CellPorts, narrow: boolean): DataColumn<StoredListing> => ({
  id: 'title',
  header: 'Title',
  sortBy: ({ data }) => data.title,
  cell: (listing) => <NameCell listing={listing} ports={ports} narrow={narrow} />,
});

const price = (width: string): DataColumn<StoredListing> => ({
  id: 'price',
  header: 'Price',
  width,
  align: 'right',
  sortBy: ({ data }) => data.price?.amount,
  cell: (listing) => <TextCell text={priceOf(listing)} />,
});

/** For those who may delete. */
function deletion(ports: CellPorts): DataColumn<StoredListing>[] {
  if (!ports.mayEdit) return [];
  return [
    {
      id: 'delete',
      header: 'Delete',
      width: '62px',
      align: 'right',
      cell: (listing) => <DeleteCell listing={listing} ports={ports} />,
    },
  ];
}

/** All columns, for wide screens. */
export function itemColumns(ports: CellPorts): DataColumn<StoredListing>[] {
  return [
    photo('66px'),
    title(ports, false),
    {
      id: 'category',
      header: 'Category',
      width: '160px',
      hideBelow: 'md',
      sortBy: ({ data }) => data.category || undefined,
      cell: ({ data }) => <TextCell text={data.category} />,
    },
    {
      id: 'condition',
      header: 'Condition',
      width: '112px',
      // As worn as it is, not by the letters of the word.
      sortBy: ({ data: { condition } }) =>
        condition === null ? undefined : ITEM_CONDITIONS.indexOf(condition),
      cell: (listing) => <TextCell text={conditionOf(listing)} />,
    },
    price('128px'),
    {
      id: 'added',
      header: 'Added',
      width: '156px',
      sortBy: (listing) => -publishedAt(listing),
      cell: (listing) => {
        const at = new Date(publishedAt(listing));
        return <time dateTime={at.toISOString()}>{when(at)}</time>;
      },
    },
    ...deletion(ports),
  ];
}

/** What fits on a phone; a tap on a row shows the rest, and deletes as well. */
export function narrowItemColumns(ports: CellPorts): DataColumn<StoredListing>[] {
  return [photo('62px'), title(ports, true), price('82px')];
}

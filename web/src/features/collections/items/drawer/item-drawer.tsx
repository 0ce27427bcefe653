/** Everything about one item: values generated and edited, its product, what is worth a second look, where it stands. */
import { ITEM_WARNING_LABELS } from '@docket/model/item';
import { Drawer, Stack, Switch, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { StoredFile } from '../../../../data/records.ts';
import { Confidence } from '../../../../ui/confidence.tsx';
import { formatMoney, placeDetail } from '../../results/product-format.ts';
import { ItemPicture } from '../item-picture.tsx';
import type { ItemRow } from '../item-rows.ts';
import { WRITABLE_FIELDS } from '../item-values.ts';
import { explainWarning } from '../item-words.ts';
import type { CellActions } from '../table/item-columns.tsx';
import { FieldRow, Line } from './field-row.tsx';
import classes from './item-drawer.module.css';

interface Props {
  /** Null while the drawer is closed. */
  row: ItemRow | null;
  documents: readonly StoredFile[];
  categories: readonly string[];
  /** Null where nothing can be edited. */
  actions: CellActions | null;
  onClose: () => void;
}

function Warnings({ row }: { row: ItemRow }) {
  if (row.shown.warnings.length === 0) return null;
  return (
    <ul className={classes.warnings} aria-label="Worth a second look">
      {row.shown.warnings.map((warning) => (
        <li key={warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <strong>{ITEM_WARNING_LABELS[warning]}.</strong> {explainWarning(warning, row.generated)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Match({ row }: { row: ItemRow }) {
  const { product } = row.shown;
  return (
    <section className={classes.section} aria-label="Match with the linesheet">
      <Title order={3}>Match with the linesheet</Title>
      {product === null ? (
        <Text size="sm" c="dimmed">
          No product of the linesheet was found for this item.
        </Text>
      ) : (
        <div className={classes.value}>
          <div>
            <Text size="md">{product.name}</Text>
            <Text size="xs" c="dimmed">
              {product.sku !== null && <span className={classes.code}>{product.sku} · </span>}
              {product.reason}
            </Text>
          </div>
          <Confidence value={product.confidence} label />
        </div>
      )}
    </section>
  );
}

function Sources({ row, documents }: { row: ItemRow; documents: readonly StoredFile[] }) {
  const { sources } = row.item.generated;
  if (sources.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Read from">
      <Title order={3}>Read from</Title>
      <ul className={classes.sources}>
        {sources.map(({ document_id: id, place }) => (
          <li key={`${id} ${JSON.stringify(place)}`}>
            {documents.find((file) => file.id === id)?.data.file_name ?? 'A file that was removed'},{' '}
            {placeDetail(place)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ row, documents, categories, actions }: Omit<Props, 'row' | 'onClose'> & { row: ItemRow }) {
  const { shown, item, amount } = row;
  return (
    <Stack gap="lg">
      {shown.image !== null && (
        <div className={classes.picture}>
          <ItemPicture image={shown.image} alt={shown.name} />
        </div>
      )}
      <Stack gap={2}>
        <Title order={2}>{shown.name}</Title>
        <Text c="dimmed" ff="monospace" size="sm">
          {shown.sku ?? 'no style number'}
        </Text>
        {!item.in_order && (
          <Text size="sm" fw={560}>
            No longer in the order: kept with everything you have edited, and counted nowhere.
          </Text>
        )}
      </Stack>
      <Warnings row={row} />
      <dl className={classes.fields}>
        {shown.base_sku !== null && shown.base_sku !== shown.sku && (
          <Line label="Style number">
            <span className={classes.code}>{shown.base_sku}</span>
          </Line>
        )}
        {shown.color_code !== null && (
          <Line label="Colour code">
            <span className={classes.code}>{shown.color_code}</span>
          </Line>
        )}
        {WRITABLE_FIELDS.map((field) => (
          <FieldRow
            key={`${row.id} ${field}`}
            row={row}
            field={field}
            choices={categories}
            actions={actions}
          />
        ))}
        <Line label="Pieces">
          {shown.quantity.toLocaleString('en')}
          {amount !== null && (
            <Text size="xs" c="dimmed">
              {formatMoney(amount / 100, shown.currency)} altogether
            </Text>
          )}
        </Line>
      </dl>
      <Match row={row} />
      <Sources row={row} documents={documents} />
      <Switch
        label="Exclude from totals, exports and decks"
        checked={shown.excluded}
        disabled={actions === null}
        onChange={(event) => actions?.edit(row, { excluded: event.currentTarget.checked })}
      />
    </Stack>
  );
}

export function ItemDrawer({ row, documents, categories, actions, onClose }: Props) {
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(row);
  if (row !== null && row !== last) setLast(row);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={560}>Item details</Text>}
    >
      {last !== null && (
        <Details row={last} documents={documents} categories={categories} actions={actions} />
      )}
    </Drawer>
  );
}

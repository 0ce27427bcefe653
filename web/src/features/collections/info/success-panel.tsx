/** A completed run: what was found, with pictures, and the way on. */
import type { Collection } from '@docket/model/collection';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { elapsedTime, formatDuration } from '@docket/model/progress-label';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Live } from '../../../data/live.ts';
import { valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';
import { ProductPicture } from '../results/product-picture.tsx';
import { type StoredProduct, useProducts } from '../results/use-products.ts';
import classes from './success-panel.module.css';

interface Props {
  status: ProcessingStatus;
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

const NO_PRODUCTS: readonly StoredProduct[] = [];
const PICTURES = 12;

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div className={classes.figure}>
      <dd>{value.toLocaleString('en')}</dd>
      <dt>{label}</dt>
    </div>
  );
}

export function SuccessPanel({ status, collection, documents }: Props) {
  const workspace = useWorkspace();
  const products = valueOr(useProducts(collection, documents), NO_PRODUCTS);
  const { results, categories } = collection.data;
  const pictured = products.filter(({ data }) => data.image !== null).slice(0, PICTURES);
  const took = formatDuration(elapsedTime(status, status.last_updated));
  return (
    <Paper withBorder component="section" aria-label="Processing completed" className={classes.root}>
      <Stack gap="md">
        <Group justify="space-between" gap="md">
          <Group gap="sm" wrap="nowrap">
            <IconCircleCheck size={24} stroke={1.8} className={classes.icon} aria-hidden />
            <Stack gap={0}>
              <Title order={2}>Your collection is ready</Title>
              <Text size="sm" c="dimmed">
                Processed in {took}. Deck Settings and Collection Items are open.
              </Text>
            </Stack>
          </Group>
          <Button
            component={Link}
            to={urls.collection(workspace.id, collection.id, 'deck-settings')}
            color="green.7"
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            Continue to Deck Settings
          </Button>
        </Group>
        <dl className={classes.figures}>
          <Figure value={results?.product_count ?? 0} label="products" />
          <Figure value={categories.length} label={categories.length === 1 ? 'category' : 'categories'} />
          <Figure value={results?.matched_count ?? 0} label="with a picture" />
        </dl>
        {pictured.length > 0 && (
          <div className={classes.pictures}>
            {pictured.map(({ path, data }) => (
              <ProductPicture key={path} product={data} alt={data.name} />
            ))}
          </div>
        )}
      </Stack>
    </Paper>
  );
}

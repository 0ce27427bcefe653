/** A collection in the list: pictures of its products, or what it is waiting for. */
import type { Collection } from '@docket/model/collection';
import { Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Stored } from '../../data/reader.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { urls } from '../../urls.ts';
import classes from './collection-card.module.css';
import { CollectionCover } from './collection-cover.tsx';
import { CollectionMenu } from './manage/collection-menu.tsx';
import { type Pending, type RunView, runView } from './run/run-view.ts';

function summary(collection: Collection, view: RunView): string {
  if (view.state === 'running') return `${view.status.current_phase}… ${view.status.progress.percentage}%`;
  if (view.state === 'failed') return view.status.error?.message ?? 'Processing failed.';
  const { results, categories } = collection;
  if (results === null) return 'Add files, then process them.';
  const products = results.product_count === 1 ? '1 product' : `${results.product_count} products`;
  return `${products} in ${categories.length === 1 ? '1 category' : `${categories.length} categories`}`;
}

interface Props {
  collection: Stored<Collection>;
  /** What is pending for this collection. */
  pending: Pending;
}

export function CollectionCard({ collection, pending }: Props) {
  const workspace = useWorkspace();
  const { data } = collection;
  const view = runView(data.processing_status.document_processing, pending);
  return (
    <Card padding={0} className={classes.root} component="article">
      <CollectionCover collection={collection} />
      <Stack gap={4} p="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
          <Title order={2} className={classes.name}>
            <Link
              to={urls.collection(workspace.id, collection.id)}
              className={classes.link}
              title={data.name}
            >
              {data.name}
            </Link>
          </Title>
          <div className={classes.menu}>
            <CollectionMenu collection={collection} view={view} />
          </div>
        </Group>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" truncate title={data.season}>
            {data.season === '' ? 'No season given' : data.season}
          </Text>
          <StatusBadge status={view.state === 'none' ? 'idle' : view.status.status} />
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2} className={classes.summary}>
          {summary(data, view)}
        </Text>
        {view.state === 'running' && (
          <Progress
            value={view.status.progress.percentage}
            size={4}
            color="blue.6"
            mt={6}
            aria-label={`Processing ${data.name}`}
          />
        )}
      </Stack>
    </Card>
  );
}

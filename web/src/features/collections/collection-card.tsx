/** A collection in the list: pictures of its products, or what it is waiting for. Can be chosen together with others. */
import type { Collection } from '@docket/model/collection';
import { Card, Checkbox, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import type { Stored } from '../../data/reader.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { urls } from '../../urls.ts';
import classes from './collection-card.module.css';
import { CollectionCover } from './collection-cover.tsx';
import { CollectionMenu } from './manage/collection-menu.tsx';
import { type LeadingRun, leadingRun, runBadge, runSentence } from './run/leading-run.ts';
import type { Pending } from './run/run-view.ts';
import { RUN_DOING } from './run/run-words.ts';

/** What has come of the collection so far. */
function results({ results: found, categories, item_count: items }: Collection): string {
  if (found === null) return 'Add files, then process them.';
  const counted = (count: number, one: string, many: string) =>
    count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;
  const products = `${counted(found.product_count, 'product', 'products')} in ${counted(categories.length, 'category', 'categories')}`;
  return items === 0 ? products : `${products}, ${counted(items, 'item', 'items')}`;
}

/** While collections are being chosen: whether this one is, and how to change that. */
interface Selection {
  selected: boolean;
  onToggle: () => void;
}

interface Props {
  collection: Stored<Collection>;
  /** May hold what is pending for other collections. */
  pending: Pending;
  selection: Selection | null;
}

/** How far the run is, in the colour of its state. */
function RunProgress({ name, run: { pipeline, view } }: { name: string; run: LeadingRun }) {
  if (view.state !== 'running') return null;
  return (
    <Progress
      value={view.status.progress.percentage}
      size={4}
      color={view.status.status === 'paused' ? 'yellow.5' : 'blue.6'}
      mt={6}
      aria-label={`${RUN_DOING[pipeline]}: ${name}`}
    />
  );
}

export function CollectionCard({ collection, pending, selection }: Props) {
  const workspace = useWorkspace();
  const checkbox = useId();
  const { data } = collection;
  const run = leadingRun(collection.id, data.processing_status, pending);
  return (
    <Card
      padding={0}
      className={classes.root}
      component="article"
      data-selected={selection?.selected || undefined}
    >
      <CollectionCover collection={collection} />
      {selection !== null && (
        <Checkbox
          id={checkbox}
          className={classes.checkbox}
          checked={selection.selected}
          onChange={selection.onToggle}
          aria-label={`Select ${data.name}`}
        />
      )}
      <Stack gap={4} p="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
          <Title order={2} className={classes.name}>
            {selection === null ? (
              <Link
                to={urls.collection(workspace.id, collection.id)}
                className={classes.link}
                title={data.name}
              >
                {data.name}
              </Link>
            ) : (
              <label htmlFor={checkbox} className={classes.link} title={data.name}>
                {data.name}
              </label>
            )}
          </Title>
          {selection === null && (
            <div className={classes.menu}>
              <CollectionMenu
                collection={collection}
                view={run.view}
                historyUrl={urls.collectionHistory(workspace.id, collection.id)}
              />
            </div>
          )}
        </Group>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" truncate title={data.season}>
            {data.season === '' ? 'No season given' : data.season}
          </Text>
          <StatusBadge {...runBadge(run)} />
        </Group>
        <Text size="sm" c="dimmed" lineClamp={2} className={classes.summary}>
          {runSentence(run) ?? results(data)}
        </Text>
        <RunProgress name={data.name} run={run} />
      </Stack>
    </Card>
  );
}

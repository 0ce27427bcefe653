/** The card with the button "Generate Items": what is needed, what will be done, or what was made. */
import type { Collection } from '@docket/model/collection';
import { Anchor, Button, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowRight, IconSparkles } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Stored } from '../../../../data/reader.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { urls } from '../../../../urls.ts';
import { formatMoney } from '../../results/product-format.ts';
import classes from './generate-card.module.css';
import { outcome } from './run-words.ts';
import type { Generation } from './use-generation.ts';

interface Props {
  collection: Stored<Collection>;
  generation: Generation;
  /** Items that are there do not go with the files and products any more. */
  stale: boolean;
  onShowUnmatched: () => void;
}

const count = (value: number, one: string, many: string) =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('en')} ${many}`;

/** What the card says before the first run. */
function words({ data }: Stored<Collection>, { orders, view }: Generation): { title: string; text: string } {
  const products = data.results?.product_count ?? 0;
  if (orders.length === 0)
    return {
      title: 'Upload a purchase order to generate items',
      text: 'Items come from what was ordered: one for each style and colour, with its sizes and quantities. Upload the order as an Excel, CSV or PDF file on Collection Info; then come back here.',
    };
  if (products === 0)
    return {
      title: 'The linesheet comes first',
      text: 'Items take their names, prices and pictures from the products of the linesheet. Process Documents on Collection Info, then come back here.',
    };
  const [first] = orders;
  const files = orders.length === 1 ? `“${first?.data.file_name}”` : `${orders.length} purchase orders`;
  return {
    title: view.state === 'failed' ? 'Start again from the beginning' : 'Ready to generate items',
    text: `Reads ${files}: one item for each style and colour ordered, with sizes and quantities. Names, prices and pictures come from the ${count(products, 'product', 'products')} of the linesheet.`,
  };
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.figure}>
      <dd>{value}</dd>
      <dt>{label}</dt>
    </div>
  );
}

function Made({ collection, onShowUnmatched }: Pick<Props, 'collection' | 'onShowUnmatched'>) {
  const { item_results: made, item_count: items } = collection.data;
  if (made === null) return null;
  return (
    <Stack gap="sm" className={classes.text}>
      <Title order={2}>
        {count(items, 'item', 'items')}: {outcome(made)}
      </Title>
      <dl className={classes.figures}>
        <Figure value={made.quantity.toLocaleString('en')} label={made.quantity === 1 ? 'piece' : 'pieces'} />
        {made.amount !== null && <Figure value={formatMoney(made.amount, made.currency)} label="ordered" />}
        <Figure
          value={made.line_count.toLocaleString('en')}
          label={made.line_count === 1 ? 'line of the order' : 'lines of the order'}
        />
      </dl>
      {made.unmatched_count > 0 && (
        <Text size="sm">
          {made.unmatched_count === 1
            ? '1 item is not in the linesheet.'
            : `${made.unmatched_count.toLocaleString('en')} items are not in the linesheet.`}{' '}
          <Anchor component="button" type="button" size="sm" underline="always" onClick={onShowUnmatched}>
            {made.unmatched_count === 1 ? 'Show it' : 'Show them'}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}

export function GenerateCard({ collection, generation, stale, onShowUnmatched }: Props) {
  const workspace = useWorkspace();
  const { block, orders, start, view } = generation;
  const made = collection.data.item_results !== null;
  const elsewhere = orders.length === 0 || (collection.data.results?.product_count ?? 0) === 0;
  const { title, text } = words(collection, generation);
  const primary = block === null && view.state !== 'failed' && (!made || stale);
  return (
    <Paper
      withBorder
      component="section"
      aria-label={made ? 'Items generated' : 'Generate items'}
      className={classes.root}
      data-done={(made && !stale && view.state === 'completed') || undefined}
    >
      <div className={classes.row}>
        {made ? (
          <Made collection={collection} onShowUnmatched={onShowUnmatched} />
        ) : (
          <Stack gap={4} className={classes.text}>
            <Title order={2}>{title}</Title>
            <Text size="sm" c="dimmed" maw={620}>
              {text}
            </Text>
          </Stack>
        )}
        <Stack gap="xs" className={classes.actions}>
          <Group gap="sm" justify="flex-end">
            {elsewhere && (
              <Button
                component={Link}
                to={urls.collection(workspace.id, collection.id)}
                rightSection={<IconArrowRight size={16} aria-hidden />}
              >
                Go to Collection Info
              </Button>
            )}
            <Tooltip label={block ?? ''} disabled={block === null}>
              <Button
                variant={primary ? 'filled' : 'default'}
                leftSection={<IconSparkles size={17} stroke={1.8} aria-hidden />}
                disabled={block !== null}
                aria-describedby="generate-reason"
                onClick={start}
              >
                Generate Items
              </Button>
            </Tooltip>
          </Group>
          <Text size="xs" c="dimmed" id="generate-reason" className={classes.reason}>
            {block ??
              (made
                ? 'Runs again; what you have edited is kept.'
                : 'Takes seconds. You can leave this page.')}
          </Text>
        </Stack>
      </div>
    </Paper>
  );
}

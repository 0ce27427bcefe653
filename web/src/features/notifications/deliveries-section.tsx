/** What was told to webhooks, newest first, as far back as it is kept: of one webhook, in one state, or all. */
import {
  DELIVERY_STATES,
  type DeliveryState,
  deliveryStateSchema,
  HISTORY_KEPT_MS,
  type Webhook,
  type WebhookDelivery,
} from '@docket/model/notifications';
import { Accordion, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../data/hooks.ts';
import type { Stored } from '../../data/reader.ts';
import { queries, webhookDeliveryReader, webhookReader } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { DeliveryItem } from './delivery-item.tsx';
import { DELIVERY_LOOKS } from './delivery-words.ts';
import classes from './notifications.module.css';

/** Deliveries that are shown at first, and how many more each time. */
const PAGE = 25;

const DAYS_KEPT = HISTORY_KEPT_MS / (24 * 60 * 60_000);

interface Filter {
  webhook: string | null;
  state: DeliveryState | null;
}

const EVERYTHING: Filter = { webhook: null, state: null };

const STATE_OPTIONS = DELIVERY_STATES.map((value) => ({ value, label: DELIVERY_LOOKS[value].label }));

interface DeliveriesProps {
  filter: Filter;
  webhooks: readonly Stored<Webhook>[];
  onClear: () => void;
}

function Deliveries({ filter, webhooks, onClear }: DeliveriesProps) {
  const workspace = useWorkspace();
  const [limit, setLimit] = useState(PAGE);
  const [open, setOpen] = useState<readonly string[]>([]);
  // One more than is shown says whether there are more.
  const live = useQuery(queries.webhookDeliveries(workspace.id, filter, limit + 1), webhookDeliveryReader);
  // While more are loaded, what was there stays.
  const [known, setKnown] = useState<readonly Stored<WebhookDelivery>[] | null>(null);
  if (live.state === 'ready' && live.value.records !== known) setKnown(live.value.records);
  if (live.state === 'error')
    return <ErrorState title="The deliveries could not be loaded" message={live.message} />;
  if (known === null) return <RowsSkeleton rows={3} />;
  if (known.length === 0)
    return filter.webhook === null && filter.state === null ? (
      <Text c="dimmed">
        Nothing has been delivered yet. Send a test to a webhook, or wait for a run to end that it wants to
        hear of: you see here whether it has heard.
      </Text>
    ) : (
      <Group gap="sm">
        <Text c="dimmed">No delivery is like that.</Text>
        <Button variant="default" size="compact-sm" onClick={onClear}>
          Show all
        </Button>
      </Group>
    );
  return (
    <>
      <Accordion
        multiple
        order={3}
        variant="contained"
        value={[...open]}
        onChange={setOpen}
        classNames={{ item: classes.item, label: classes.label }}
      >
        {known.slice(0, limit).map((delivery) => (
          <DeliveryItem
            key={delivery.id}
            delivery={delivery}
            webhook={webhooks.find(({ id }) => id === delivery.data.webhook_id)?.data ?? null}
            open={open.includes(delivery.id)}
          />
        ))}
      </Accordion>
      {(known.length > limit || live.state === 'loading') && (
        <Button
          variant="subtle"
          color="ink"
          size="compact-sm"
          loading={live.state === 'loading'}
          onClick={() => setLimit(limit + PAGE)}
        >
          Show more
        </Button>
      )}
    </>
  );
}

export function DeliveriesSection() {
  const workspace = useWorkspace();
  const webhooks = useQuery(queries.webhooks(workspace.id), webhookReader);
  const [filter, setFilter] = useState(EVERYTHING);
  const records = webhooks.state === 'ready' ? webhooks.value.records : null;
  return (
    <Card component="section" aria-label="Deliveries">
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={2}>Deliveries</Title>
          <Text size="sm" c="dimmed">
            What was told to webhooks in the last {DAYS_KEPT} days. What does not arrive is tried again by
            itself, after longer and longer pauses; you can also send it again.
          </Text>
        </Stack>
        <Group gap="sm">
          <FilterSelect
            label="Webhook"
            all="All webhooks"
            options={records?.map(({ id, data }) => ({ value: id, label: data.url })) ?? []}
            value={filter.webhook}
            onChange={(webhook) => setFilter({ ...filter, webhook })}
          />
          <FilterSelect
            label="State"
            all="All states"
            options={STATE_OPTIONS}
            value={filter.state}
            onChange={(state) =>
              setFilter({ ...filter, state: deliveryStateSchema.safeParse(state).data ?? null })
            }
          />
        </Group>
        {records === null ? (
          <RowsSkeleton rows={3} />
        ) : (
          <Deliveries
            key={`${filter.webhook} ${filter.state}`}
            filter={filter}
            webhooks={records}
            onClear={() => setFilter(EVERYTHING)}
          />
        )}
      </Stack>
    </Card>
  );
}

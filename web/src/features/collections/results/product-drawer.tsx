/** Everything that was read of one product: each value with its confidence and the place it was read from. */
import type { Product } from '@docket/model/product';
import { Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Confidence } from '../../../ui/confidence.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import classes from './product-drawer.module.css';
import { placeDetail, placeLabel, readings } from './product-format.ts';
import { type StoredProduct, usePicture } from './use-products.ts';

function Details({ product }: { product: Product }) {
  const picture = usePicture(product);
  return (
    <Stack gap="lg">
      <div className={classes.picture}>
        <Thumbnail src={picture?.full ?? null} alt={product.name} />
      </div>
      <Stack gap={2}>
        <Title order={2}>{product.name}</Title>
        <Text c="dimmed" ff="monospace" size="sm">
          {product.sku ?? 'no style number'}
        </Text>
      </Stack>
      <dl className={classes.fields}>
        {readings(product).map(({ field, label, text, confidence, place }) => (
          <div key={field} className={classes.field}>
            <dt>{label}</dt>
            <dd>
              <div className={classes.value}>
                <Text size="md">{text}</Text>
                {confidence !== null && <Confidence value={confidence} label />}
              </div>
              {place !== null && (
                <Text size="xs" c="dimmed">
                  Read from {placeDetail(place)}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {product.image !== null && (
        <Group gap="sm" justify="space-between" align="flex-start" wrap="nowrap" className={classes.origin}>
          <Text size="sm" c="dimmed">
            Picture from {placeLabel(product.image.place)}: {product.image.reason}.
          </Text>
          <Confidence value={product.image.confidence} label />
        </Group>
      )}
    </Stack>
  );
}

export function ProductDrawer({ product, onClose }: { product: StoredProduct | null; onClose: () => void }) {
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(product);
  if (product !== null && product !== last) setLast(product);
  return (
    <Drawer
      opened={product !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={560}>Product details</Text>}
    >
      {last !== null && <Details product={last.data} />}
    </Drawer>
  );
}

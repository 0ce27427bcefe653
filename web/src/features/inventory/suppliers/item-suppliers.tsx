/** Who has an item, at what price, and how long they take: within the page of the item. */
import { Stack, Title } from '@mantine/core';

export function ItemSuppliers({ itemId }: { itemId: string }) {
  return (
    <Stack component="section" gap="sm" aria-label="Suppliers" data-item={itemId}>
      <Title order={3}>Suppliers</Title>
    </Stack>
  );
}

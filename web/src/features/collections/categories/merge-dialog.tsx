/** Merging categories: which of them gives its name to all. */
import type { EffectiveCategory } from '@docket/model/category-edits';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';

interface Props {
  /** Two or more. */
  categories: readonly EffectiveCategory[];
  opened: boolean;
  onClose: () => void;
  onMerge: (into: EffectiveCategory) => void;
}

function MergeForm({ categories, onClose, onMerge }: Omit<Props, 'opened'>) {
  const largest = categories.toSorted((a, b) => b.product_count - a.product_count)[0];
  const [chosen, setChosen] = useState(largest?.id ?? '');
  const into = categories.find(({ id }) => id === chosen);
  const count = categories.reduce((sum, { product_count: products }) => sum + products, 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== undefined) onMerge(into);
      }}
    >
      <Stack gap="md">
        <Radio.Group label="Merge into" value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {categories.map(({ id, name, product_count: products }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={products === 1 ? '1 product' : `${products} products`}
                {...(id === chosen ? { 'data-autofocus': true } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {`“${into?.name ?? ''}” will have ${count === 1 ? '1 product' : `${count} products`}. Each of the others can be split off again.`}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Merge</Button>
        </Group>
      </Stack>
    </form>
  );
}

export function MergeDialog({ categories, opened, onClose, onMerge }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={620}>{`Merge ${categories.length} categories`}</Text>}
      size="sm"
    >
      <MergeForm categories={categories} onClose={onClose} onMerge={onMerge} />
    </Modal>
  );
}

/** The fields of an item: for a new one and for one that is there. */
import { LIMITS } from '@docket/model/limits';
import { Autocomplete, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { StoredLocation } from '../../../../data/inventory-records.ts';
import type { Inventory } from '../use-inventory.ts';
import type { ItemDraft, Problems } from './item-draft.ts';
import { PictureField } from './picture-field.tsx';

interface Props {
  draft: ItemDraft;
  onChange: (change: Partial<ItemDraft>) => void;
  problems: Problems;
  inventory: Pick<Inventory, 'locations' | 'categories' | 'placeOf'>;
  /** Stock of an item that is there is adjusted elsewhere. */
  isNew: boolean;
  disabled?: boolean;
}

/** Nothing new goes to an inactive place, but what is there can stay. */
function placeChoices(locations: readonly StoredLocation[], chosen: string | null) {
  return locations
    .filter(({ id, data }) => data.active || id === chosen)
    .map(({ id, data }) => ({ value: id, label: data.active ? data.name : `${data.name} (inactive)` }));
}

const PIECES = {
  min: 0,
  max: LIMITS.stockPieces,
  allowDecimal: false,
  allowNegative: false,
  inputMode: 'numeric',
} as const;

export function ItemForm({ draft, onChange, problems, inventory, isNew, disabled = false }: Props) {
  const { locations, categories, placeOf } = inventory;
  const place = draft.place.kind === 'said' ? draft.place.id : placeOf(draft.category);
  const places = useMemo(() => placeChoices(locations, place), [locations, place]);
  const isDefault = draft.place.kind === 'default' && place !== null;
  return (
    <Stack gap="md">
      <TextInput
        label="Name"
        required
        withAsterisk={false}
        maxLength={LIMITS.nameCharacters}
        value={draft.name}
        error={problems.name}
        disabled={disabled}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        {...(isNew && { 'data-autofocus': true })}
      />
      <PictureField
        picture={draft.picture}
        name={draft.name}
        problem={problems.picture}
        disabled={disabled}
        onChange={(picture) => onChange({ picture })}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LIMITS.descriptionCharacters}
        value={draft.description}
        disabled={disabled}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput
          label="SKU"
          placeholder={isNew ? 'Made for you when empty' : ''}
          maxLength={60}
          spellCheck={false}
          value={draft.sku}
          error={problems.sku}
          disabled={disabled}
          onChange={(event) => onChange({ sku: event.currentTarget.value })}
        />
        <Autocomplete
          label="Category"
          maxLength={LIMITS.nameCharacters}
          data={[...categories]}
          value={draft.category}
          error={problems.category}
          disabled={disabled}
          onChange={(category) => onChange({ category })}
        />
        <Select
          label="Location"
          placeholder="None"
          description={isDefault ? 'Where this goes unless you say otherwise.' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          searchable
          nothingFoundMessage="No such location"
          data={places}
          value={place}
          disabled={disabled}
          onChange={(id) => onChange({ place: { kind: 'said', id } })}
        />
        {isNew && (
          <NumberInput
            label="In stock"
            {...PIECES}
            value={draft.quantity}
            error={problems.quantity}
            disabled={disabled}
            onChange={(quantity) => onChange({ quantity })}
          />
        )}
        <NumberInput
          label="Reorder level"
          placeholder="Never"
          description="At so many or fewer it is running low."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...PIECES}
          value={draft.level}
          error={problems.level}
          disabled={disabled}
          onChange={(level) => onChange({ level })}
        />
        <NumberInput
          label="Reorder quantity"
          description="How many are usually ordered at a time."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...PIECES}
          value={draft.reorderQuantity}
          error={problems.reorderQuantity}
          disabled={disabled}
          onChange={(reorderQuantity) => onChange({ reorderQuantity })}
        />
      </SimpleGrid>
    </Stack>
  );
}

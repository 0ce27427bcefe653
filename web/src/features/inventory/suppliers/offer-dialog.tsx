/** Says that a supplier has an item, or changes what is known of that. */
import type { Location } from '@docket/model/inventory/location';
import { LIMITS } from '@docket/model/limits';
import {
  Autocomplete,
  Button,
  Checkbox,
  getDefaultZIndex,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { Offer } from '@docket/model/commands/supplier-commands';
import { checkedOffer, type OfferDraft } from './offer-draft.ts';
import { folded } from './supplier-list.ts';

interface Props {
  title: string;
  initial: OfferDraft;
  /** Names to choose among; null: the supplier stands. */
  suppliers: readonly string[] | null;
  /** Names of those who have the item already. */
  taken: readonly string[];
  locations: readonly { id: string; data: Location }[];
  onSave: (supplier: string, offer: Offer) => void;
  onClose: () => void;
}

function placeOptions(locations: Props['locations'], current: string | null) {
  const open = locations.filter(({ id, data }) => data.active || id === current);
  return [
    { value: '', label: 'Where the item is' },
    ...open
      .toSorted((a, b) => a.data.name.localeCompare(b.data.name, 'en', { numeric: true }))
      .map(({ id, data }) => ({ value: id, label: data.name })),
  ];
}

function OfferForm({ initial, suppliers, taken, locations, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(initial);
  const [submitted, setSubmitted] = useState(false);
  const change = (part: Partial<OfferDraft>) => setDraft((before) => ({ ...before, ...part }));
  const checked = checkedOffer(draft, initial);
  const same = (name: string) => folded(name) === folded(draft.supplier);
  const twice = suppliers !== null && taken.some(same);
  const isNew = suppliers !== null && draft.supplier.trim() !== '' && !twice && !suppliers.some(same);
  const problems = submitted && !checked.ok ? checked.problems : {};
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (!checked.ok || twice) return;
    onSave(checked.supplier, checked.offer);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {suppliers === null ? (
          <Text style={{ overflowWrap: 'anywhere' }}>{draft.supplier}</Text>
        ) : (
          <Autocomplete
            label="Supplier"
            description={
              isNew ? 'This one is new and will be added.' : 'One you have, or the name of a new one.'
            }
            data={[...new Set(suppliers)]}
            limit={20}
            maxLength={LIMITS.nameCharacters}
            value={draft.supplier}
            onChange={(supplier) => change({ supplier })}
            error={twice ? 'This supplier has the item already.' : problems.supplier}
            comboboxProps={{ zIndex: getDefaultZIndex('modal') + 20 }}
            data-autofocus
          />
        )}
        <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
          <TextInput
            label="Their number for it"
            maxLength={LIMITS.nameCharacters}
            value={draft.supplierSku}
            onChange={(event) => change({ supplierSku: event.currentTarget.value })}
          />
          <NumberInput
            label="Price of one"
            min={0}
            decimalScale={2}
            hideControls
            value={draft.price}
            onChange={(price) => change({ price })}
            error={problems.price}
          />
        </Group>
        <NativeSelect
          label="Place for deliveries"
          data={placeOptions(locations, draft.locationId)}
          value={draft.locationId ?? ''}
          onChange={({ currentTarget: { value } }) => change({ locationId: value === '' ? null : value })}
        />
        <Checkbox
          label="Preferred: order from this supplier unless I say otherwise"
          checked={draft.preferred}
          onChange={(event) => change({ preferred: event.currentTarget.checked })}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">{suppliers === null ? 'Save' : 'Add supplier'}</Button>
        </Group>
      </Stack>
    </form>
  );
}

export function OfferDialog(props: Props) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={620}>{props.title}</Text>}
      // Above the drawer that the item is shown in.
      zIndex={getDefaultZIndex('modal') + 10}
    >
      <OfferForm {...props} />
    </Modal>
  );
}

/** The settings of a deck as a form. Whatever is changed is on the preview at once and saved a moment later. */
import {
  DECK_FIELD_LABELS,
  DECK_FIELDS,
  DECK_SORT_LABELS,
  DECK_SORTS,
  type DeckField,
  type DeckLayout,
  type DeckSettings,
  type Logo,
} from '@docket/model/deck';
import type { DeckItem } from '@docket/model/deck/deck-items';
import { LIMITS } from '@docket/model/limits';
import { Checkbox, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { PictureAddresses } from '../preview/deck-material.ts';
import { ColorFields } from './color-fields.tsx';
import { currencyChoices } from '../../../../ui/currency-choices.ts';
import classes from './deck-form.module.css';
import { HighlightField } from './highlight-field.tsx';
import { LayoutField } from './layout-field.tsx';
import { LogoField } from './logo-field.tsx';

interface Props {
  collectionId: string;
  settings: DeckSettings;
  /** Items that can be highlighted. */
  items: readonly DeckItem[];
  pictures: PictureAddresses;
  disabled: boolean;
  onChange: (changes: Partial<DeckSettings>) => void;
  /** A field has been left. */
  onLeave: () => void;
}

const AS_READ = 'As read';

function TextFields({ settings, disabled, onChange }: Pick<Props, 'settings' | 'disabled' | 'onChange'>) {
  return (
    <>
      <TextInput
        label="Title"
        placeholder="Autumn/Winter 2026"
        maxLength={LIMITS.nameCharacters}
        value={settings.title}
        disabled={disabled}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label="Season"
        placeholder="AW26, second delivery"
        maxLength={LIMITS.nameCharacters}
        value={settings.season}
        disabled={disabled}
        onChange={(event) => onChange({ season: event.currentTarget.value })}
      />
    </>
  );
}

type OrderProps = Pick<DeckSettings, 'sort' | 'currency' | 'group_by_category'> &
  Pick<Props, 'disabled' | 'onChange'>;

const OrderFields = memo(function OrderFields({ disabled, onChange, ...settings }: OrderProps) {
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label="Order of items"
          value={settings.sort}
          disabled={disabled}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={DECK_SORTS.map((sort) => ({ value: sort, label: DECK_SORT_LABELS[sort] }))}
          onChange={(value) => {
            const sort = DECK_SORTS.find((candidate) => candidate === value);
            if (sort !== undefined) onChange({ sort });
          }}
        />
        <Select
          label="Currency"
          value={settings.currency ?? AS_READ}
          disabled={disabled}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No such currency"
          withScrollArea={false}
          classNames={{ options: classes.options }}
          comboboxProps={{ withinPortal: false }}
          data={[{ value: AS_READ, label: 'As read' }, ...currencyChoices(settings.currency)]}
          onChange={(value) => onChange({ currency: value === null || value === AS_READ ? null : value })}
        />
      </SimpleGrid>
      <Switch
        label="Group by category"
        description="A section with a divider for each, in the order below"
        checked={settings.group_by_category}
        disabled={disabled}
        onChange={(event) => onChange({ group_by_category: event.currentTarget.checked })}
      />
    </>
  );
});

interface ShownProps extends Pick<Props, 'disabled' | 'onChange'> {
  fields: readonly DeckField[];
}

const ShownFields = memo(function ShownFields({ fields, disabled, onChange }: ShownProps) {
  return (
    <Checkbox.Group
      label="Shown with each item"
      value={[...fields]}
      onChange={(chosen) => onChange({ fields: DECK_FIELDS.filter((field) => chosen.includes(field)) })}
    >
      <SimpleGrid cols={2} spacing={6} mt={8}>
        {DECK_FIELDS.map((field) => (
          <Checkbox
            key={field}
            size="xs"
            value={field}
            label={DECK_FIELD_LABELS[field]}
            disabled={disabled}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
});

/** How each field changes the settings; the functions stay the same, so that the fields need not be drawn anew. */
function useChanges(onChange: Props['onChange']) {
  return useMemo(
    () => ({
      logo: (logo: Logo | null) => onChange({ logo }),
      layout: (layout: DeckLayout) => onChange({ layout }),
      colors: (colors: DeckSettings['colors']) => onChange({ colors }),
      highlighted: (highlighted: string[]) => onChange({ highlighted }),
    }),
    [onChange],
  );
}

export function DeckForm({ collectionId, settings, items, pictures, disabled, onChange, onLeave }: Props) {
  const changes = useChanges(onChange);
  const { sort, currency, group_by_category } = settings;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = form;
    current?.addEventListener('focusout', onLeave);
    return () => current?.removeEventListener('focusout', onLeave);
  }, [onLeave]);
  return (
    <form
      ref={form}
      aria-label="Deck settings"
      className={classes.root}
      onSubmit={(event) => event.preventDefault()}
    >
      <Stack gap="md" className={classes.part}>
        <TextFields settings={settings} disabled={disabled} onChange={onChange} />
        <LogoField
          collectionId={collectionId}
          logo={settings.logo}
          disabled={disabled}
          onChange={changes.logo}
        />
      </Stack>
      <Stack gap="md" className={classes.part}>
        <LayoutField value={settings.layout} disabled={disabled} onChange={changes.layout} />
        <ShownFields fields={settings.fields} disabled={disabled} onChange={onChange} />
      </Stack>
      <div className={classes.part}>
        <ColorFields colors={settings.colors} disabled={disabled} onChange={changes.colors} />
      </div>
      <Stack gap="md" className={classes.part}>
        <OrderFields
          sort={sort}
          currency={currency}
          group_by_category={group_by_category}
          disabled={disabled}
          onChange={onChange}
        />
        <HighlightField
          items={items}
          pictures={pictures}
          highlighted={settings.highlighted}
          disabled={disabled}
          onChange={changes.highlighted}
        />
      </Stack>
    </form>
  );
}

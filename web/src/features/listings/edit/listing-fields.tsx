/** The fields of a listing. */
import type { ListingField } from '@docket/model/listing/listing';
import { ITEM_CONDITIONS } from '@docket/model/listing/suggestions';
import { LIMITS } from '@docket/model/limits';
import { Autocomplete, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { CONDITION_LABELS } from '../listing-words.ts';
import classes from './edit.module.css';
import { Field, type FieldForm } from './field.tsx';
import { FIELD_LABELS } from './field-words.ts';
import { PriceField } from './price-field.tsx';
import { WordsField } from './words-field.tsx';

interface Props {
  form: FieldForm;
  disabled: boolean;
  /** What is wrong with the title, if anything is. */
  problem: string | null;
  titleInput: RefObject<HTMLInputElement | null>;
  /** Categories that occur in the workspace. */
  categories: readonly string[];
  /** The currency where nothing says another. */
  currency: string;
}

const INPUT = { input: classes.input ?? '' };

const CONDITIONS = [
  { value: '', label: 'Not said' },
  ...ITEM_CONDITIONS.map((value) => ({ value, label: CONDITION_LABELS[value] })),
];

function LineField({
  form,
  field,
  disabled,
}: Pick<Props, 'form' | 'disabled'> & { field: Extract<ListingField, 'brand' | 'model' | 'size'> }) {
  return (
    <Field form={form} field={field} disabled={disabled}>
      <TextInput
        label={FIELD_LABELS[field]}
        maxLength={LIMITS.nameCharacters}
        value={form.view[field].value}
        disabled={disabled}
        classNames={INPUT}
        onChange={(event) => form.set(field, event.currentTarget.value)}
      />
    </Field>
  );
}

export function ListingFields({ form, disabled, problem, titleInput, categories, currency }: Props) {
  const shared = { form, disabled };
  const { view } = form;
  return (
    <Stack gap="md">
      <Field {...shared} field="title">
        <TextInput
          ref={titleInput}
          label={FIELD_LABELS.title}
          required
          withAsterisk={false}
          maxLength={LIMITS.nameCharacters}
          value={view.title.value}
          error={problem}
          disabled={disabled}
          classNames={INPUT}
          onChange={(event) => form.set('title', event.currentTarget.value)}
        />
      </Field>
      <Field {...shared} field="description">
        <Textarea
          label={FIELD_LABELS.description}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={LIMITS.descriptionCharacters}
          value={view.description.value}
          disabled={disabled}
          classNames={INPUT}
          onChange={(event) => form.set('description', event.currentTarget.value)}
        />
      </Field>
      <div className={classes.pair}>
        <Field {...shared} field="category">
          <Autocomplete
            label={FIELD_LABELS.category}
            maxLength={LIMITS.nameCharacters}
            data={[...categories]}
            limit={12}
            value={view.category.value}
            disabled={disabled}
            classNames={INPUT}
            onChange={(category) => form.set('category', category)}
          />
        </Field>
        <Field {...shared} field="condition">
          <NativeSelect
            label={FIELD_LABELS.condition}
            data={CONDITIONS}
            value={view.condition.value ?? ''}
            disabled={disabled}
            classNames={INPUT}
            onChange={({ currentTarget }) =>
              form.set('condition', ITEM_CONDITIONS.find((value) => value === currentTarget.value) ?? null)
            }
          />
        </Field>
      </div>
      <div className={`${classes.pair} ${classes.triple}`}>
        <LineField {...shared} field="brand" />
        <LineField {...shared} field="model" />
        <LineField {...shared} field="size" />
      </div>
      <WordsField {...shared} field="tags" />
      <WordsField {...shared} field="colours" />
      <PriceField {...shared} currency={currency} />
    </Stack>
  );
}

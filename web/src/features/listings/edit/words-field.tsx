/** Several words as chips: Enter or a comma adds one, Backspace takes the last away. */
import { LIMITS } from '@docket/model/limits';
import { TagsInput } from '@mantine/core';
import classes from './edit.module.css';
import { Field, type FieldForm } from './field.tsx';
import { FIELD_LABELS, wordList } from './field-words.ts';

interface Props {
  form: FieldForm;
  field: 'tags' | 'colours';
  disabled: boolean;
}

const MOST = { tags: LIMITS.listingTags, colours: LIMITS.listingColours } as const;

export function WordsField({ form, field, disabled }: Props) {
  const view = form.view[field];
  const set = (words: readonly string[]) => form.set(field, wordList(words, MOST[field]));
  return (
    <Field form={form} field={field} disabled={disabled}>
      <TagsInput
        label={FIELD_LABELS[field]}
        placeholder={view.value.length === 0 ? 'Type, then Enter or a comma' : ''}
        splitChars={[',', ';', '\n']}
        maxTags={MOST[field]}
        maxLength={LIMITS.tagCharacters}
        value={view.value}
        disabled={disabled}
        classNames={{ input: classes.input ?? '' }}
        onChange={set}
        // It is the person's from the first key press, not from the first word.
        onSearchChange={(typed) => {
          if (typed !== '' && view.origin === 'suggested') set(view.value);
        }}
      />
    </Field>
  );
}

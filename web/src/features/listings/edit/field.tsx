/** The frame of one field: it knows whether it has the focus, and shows below it what is suggested. */
import type { ListingField } from '@docket/model/listing/listing';
import type { ReactNode } from 'react';
import classes from './edit.module.css';
import { FIELD_LABELS } from './field-words.ts';
import { SuggestionNote } from './suggestion-note.tsx';
import { useFieldFocus } from './use-field-focus.ts';
import type { ListingForm } from './use-listing-form.ts';

/** Of the form, what a field needs. */
export type FieldForm = Pick<
  ListingForm,
  'view' | 'isPublished' | 'set' | 'accept' | 'clear' | 'enter' | 'leave'
>;

interface Props {
  form: FieldForm;
  field: ListingField;
  disabled: boolean;
  children: ReactNode;
}

export function Field({ form, field, disabled, children }: Props) {
  const frame = useFieldFocus(() => form.enter(field), form.leave);
  const view = form.view[field];
  // The buttons go when they are pressed: whoever uses the keyboard stays with the field.
  const stay = (act: (field: ListingField) => void) => () => {
    frame.current?.focus({ preventScroll: true });
    act(field);
  };
  return (
    <fieldset
      ref={frame}
      className={classes.field}
      data-origin={view.origin}
      tabIndex={-1}
      aria-label={FIELD_LABELS[field]}
    >
      {children}
      {!disabled && (
        <SuggestionNote
          field={field}
          view={view}
          isPublished={form.isPublished}
          onAccept={stay(form.accept)}
          onClear={stay(form.clear)}
        />
      )}
    </fieldset>
  );
}

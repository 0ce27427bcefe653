/** A price with its currency. */
import { LIMITS } from '@docket/model/limits';
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { currencyChoices } from '../../../ui/currency-choices.ts';
import classes from './edit.module.css';
import { Field, type FieldForm } from './field.tsx';
import { readPrice } from './field-words.ts';

interface Props {
  form: FieldForm;
  /** The currency where nothing says another. */
  currency: string;
  disabled: boolean;
}

export function PriceField({ form, currency: usual, disabled }: Props) {
  const { value, suggestion } = form.view.price;
  // What is being typed is not a number at every moment: "12." is on its way to one.
  const [typed, setTyped] = useState<number | string | null>(null);
  /** What the person has chosen, or begun to type an amount of. */
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = value?.currency ?? chosen ?? suggestion?.value?.currency ?? usual;
  return (
    <Field form={form} field="price" disabled={disabled}>
      <div className={classes.price}>
        <NumberInput
          label="Price"
          min={0}
          max={LIMITS.price}
          clampBehavior="strict"
          decimalScale={2}
          allowNegative={false}
          hideControls
          inputMode="decimal"
          value={typed ?? value?.amount ?? ''}
          disabled={disabled}
          classNames={{ input: classes.input ?? '' }}
          onChange={(amount) => {
            setTyped(amount);
            // While the field is empty there is no price that would know its currency.
            setChosen(currency);
            form.set('price', readPrice(amount, currency));
          }}
          onBlur={() => setTyped(null)}
        />
        <NativeSelect
          label="Currency"
          data={currencyChoices(currency)}
          value={currency}
          disabled={disabled}
          classNames={{ input: classes.input ?? '' }}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value);
            if (value !== null) form.set('price', { ...value, currency: currentTarget.value });
          }}
        />
      </div>
    </Field>
  );
}

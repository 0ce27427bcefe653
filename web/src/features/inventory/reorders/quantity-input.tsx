/** A number of pieces. */
import { LIMITS } from '@docket/model/limits';
import { NumberInput } from '@mantine/core';
import type { ComponentProps } from 'react';

interface Props extends Pick<ComponentProps<typeof NumberInput>, 'size' | 'w' | 'description' | 'error'> {
  label: string;
  /** The label is for screen readers alone. */
  labelHidden?: boolean;
  /** Null while nothing, or nothing that can be ordered, is typed. */
  value: number | null;
  initialFocus?: boolean;
  onChange: (value: number | null) => void;
}

/** A whole number from 1 on, else null. */
function pieces(value: number | string): number | null {
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= 1 && number <= LIMITS.stockPieces ? number : null;
}

export function QuantityInput({
  label,
  labelHidden = false,
  value,
  initialFocus = false,
  onChange,
  ...rest
}: Props) {
  return (
    <NumberInput
      {...(labelHidden ? { 'aria-label': label } : { label })}
      value={value ?? ''}
      onChange={(next) => onChange(pieces(next))}
      min={1}
      max={LIMITS.stockPieces}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      {...(initialFocus && { 'data-autofocus': true })}
      {...rest}
    />
  );
}

/** A filter of a list: one of several values, or all. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import classes from './list-toolbar.module.css';

interface Option {
  /** May be empty, for what has no value. */
  value: string;
  label: string;
}

interface Props {
  label: string;
  options: readonly Option[];
  /** Null: all. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is said while all are shown: "All categories". */
  all: string;
}

/** Stands for the empty value, which a choice cannot have. */
const WITHOUT = '\u0000';
const chosen = (value: string | null) => (value === '' ? WITHOUT : value);
const meant = (value: string | null) => (value === WITHOUT ? '' : value);

export function FilterSelect({ label: name, options, value: wanted, onChange, all }: Props) {
  const data = useMemo(
    () => options.map(({ value, label }) => ({ value: value === '' ? WITHOUT : value, label })),
    [options],
  );
  return (
    <Select
      aria-label={name}
      placeholder={all}
      clearable
      comboboxProps={{ withinPortal: false }}
      value={chosen(wanted)}
      onChange={(value) => onChange(meant(value))}
      data={data}
      className={classes.filter}
    />
  );
}

/** The three colours of a deck: sets that go together, and each by itself. */
import type { DeckSettings } from '@docket/model/deck';
import { readableOn } from '@docket/model/deck/colors';
import { ColorInput, Fieldset, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import classes from './color-fields.module.css';
import { COLOR_PRESETS, hexColor, presetOf } from './color-presets.ts';

type Colors = DeckSettings['colors'];

const PARTS: readonly (readonly [keyof Colors, string])[] = [
  ['accent', 'Accent'],
  ['background', 'Background'],
  ['text', 'Text'],
];

interface FieldProps {
  label: string;
  value: string;
  disabled: boolean;
  onChange: (color: string) => void;
}

/** Keeps what is being typed until it is a colour. */
function ColorField({ label, value, disabled, onChange }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const incomplete = typed !== null && hexColor(typed) === null;
  return (
    <ColorInput
      label={label}
      size="sm"
      format="hex"
      withEyeDropper={false}
      popoverProps={{ withinPortal: false }}
      value={typed ?? value}
      disabled={disabled}
      error={incomplete ? 'Like #1f3a5f' : undefined}
      onChange={(text) => {
        setTyped(text);
        const color = hexColor(text);
        if (color !== null && color !== value) onChange(color);
      }}
      onBlur={() => setTyped(null)}
      classNames={{ root: classes.field }}
    />
  );
}

interface Props {
  colors: Colors;
  disabled: boolean;
  onChange: (colors: Colors) => void;
}

export const ColorFields = memo(function ColorFields({ colors, disabled, onChange }: Props) {
  const preset = presetOf(colors);
  const adjusted = readableOn(colors.background, colors.text) !== colors.text;
  return (
    <Fieldset variant="unstyled" legend="Colours" className={classes.root}>
      <div className={classes.presets}>
        {COLOR_PRESETS.map(({ name, colors: set }) => (
          <UnstyledButton
            key={name}
            className={classes.preset}
            aria-label={`Colours ${name}`}
            aria-pressed={preset?.name === name}
            title={name}
            disabled={disabled}
            onClick={() => onChange(set)}
            style={{ background: set.background }}
          >
            <span style={{ background: set.accent }} />
            <span style={{ color: set.text }} aria-hidden>
              Aa
            </span>
          </UnstyledButton>
        ))}
      </div>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        {PARTS.map(([part, label]) => (
          <ColorField
            key={part}
            label={label}
            value={colors[part]}
            disabled={disabled}
            onChange={(color) => onChange({ ...colors, [part]: color })}
          />
        ))}
      </Group>
      {adjusted && (
        <Text size="xs" c="dimmed">
          This text colour can hardly be read on the background, so the deck takes black or white instead.
        </Text>
      )}
    </Fieldset>
  );
});

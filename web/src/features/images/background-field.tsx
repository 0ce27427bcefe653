/** What is put behind the transparent parts of pictures. */
import { DEFAULT_BACKGROUND } from '@docket/model/image-derivatives';
import { ColorInput, Group, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { hexColor } from '../collections/deck/settings/color-presets.ts';

interface Props {
  /** `#rrggbb`; null keeps them transparent. */
  value: string | null;
  onChange: (background: string | null) => void;
  disabled?: boolean;
}

const CHOICES = [
  { value: 'none', label: 'Transparent' },
  { value: 'white', label: 'White' },
  { value: 'colour', label: 'Colour' },
];

/** What a colour begins with that nobody has chosen yet. */
const FIRST_COLOUR = '#f1efeb';

export function BackgroundField({ value, onChange, disabled = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const kind = value === null ? 'none' : value === DEFAULT_BACKGROUND && typed === null ? 'white' : 'colour';
  const choose = (next: string) => {
    setTyped(next === 'colour' ? FIRST_COLOUR : null);
    onChange(next === 'none' ? null : next === 'white' ? DEFAULT_BACKGROUND : FIRST_COLOUR);
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Background"
        size="xs"
        data={CHOICES}
        value={kind}
        onChange={choose}
        disabled={disabled}
      />
      {kind === 'colour' && (
        <Group gap="xs">
          <ColorInput
            aria-label="Background colour"
            size="xs"
            format="hex"
            withEyeDropper={false}
            popoverProps={{ withinPortal: false }}
            disabled={disabled}
            value={typed ?? value ?? ''}
            onChange={(text) => {
              setTyped(text);
              const color = hexColor(text);
              if (color !== null) onChange(color.toLowerCase());
            }}
          />
        </Group>
      )}
    </Stack>
  );
}

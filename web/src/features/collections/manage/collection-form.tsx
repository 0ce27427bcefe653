/** What a person says about a collection: its name and its season. For a new one and for renaming. */
import { collectionNameSchema } from '@docket/model/collection';
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

/** The words of a collection, trimmed. */
export interface CollectionTexts {
  name: string;
  /** Empty when none is given. */
  season: string;
}

interface Props {
  initial: CollectionTexts;
  submitLabel: string;
  /** Called with texts that the rules accept. */
  onSubmit: (texts: CollectionTexts) => void;
  onCancel: () => void;
}

export function CollectionForm({ initial, submitLabel, onSubmit, onCancel }: Props) {
  const [name, setName] = useState(initial.name);
  const [season, setSeason] = useState(initial.season);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    const parsed = collectionNameSchema.safeParse(name);
    if (parsed.success) onSubmit({ name: parsed.data, season: season.trim() });
    else setError('Give the collection a name.');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          placeholder="Harbour & Vale, main line"
          maxLength={LIMITS.nameCharacters}
          value={name}
          error={error}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(null);
          }}
        />
        <TextInput
          label="Season or delivery"
          description="Optional"
          placeholder="Autumn/Winter 2026"
          maxLength={LIMITS.nameCharacters}
          value={season}
          onChange={(event) => setSeason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit">{submitLabel}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Where things go when nobody says a place: for the workspace, and for each category. */
import type { InventorySettings } from '@docket/model/inventory/location';
import { Select, Stack, Text, Title } from '@mantine/core';
import { saveInventorySettings } from '@docket/model/commands/inventory-commands';
import type { StoredLocation } from '../../../data/inventory-records.ts';
import { type Live, valueOr } from '../../../data/live.ts';
import { useActor, useCan } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { categoriesToPlace, withCategoryPlace } from './location-rows.ts';
import classes from './locations.module.css';

interface Props {
  locations: readonly StoredLocation[];
  /** Those that occur among the items. */
  categories: readonly string[];
  /** Until it is known, nothing can be said: all of it is written at once. */
  said: Live<InventorySettings | null>;
}

export function PlacesSection({ locations, categories, said }: Props) {
  const mayEdit = useCan('edit') && said.state === 'ready';
  const settings = valueOr(said, null);
  const actor = useActor();
  const commit = useCommit();
  const save = (next: Parameters<typeof saveInventorySettings>[1]) =>
    void commit(saveInventorySettings(actor, next), 'The default location could not be saved');
  const choices = (chosen: string | null) =>
    locations
      .filter(({ id, data }) => data.active || id === chosen)
      .map(({ id, data }) => ({ value: id, label: data.active ? data.name : `${data.name} (inactive)` }));
  const workspaceDefault = settings?.default_location_id ?? null;
  return (
    <Stack component="section" gap="sm" aria-label="Default locations">
      <Title order={2} size="h3">
        Where new things go
      </Title>
      <Text size="sm" c="dimmed" maw={640}>
        Taken when nobody says a place: first the one of the supplier who delivers, then that of the category,
        then that of the workspace. Inactive locations are passed over.
      </Text>
      {said.state === 'error' && (
        <Text size="sm" role="alert">
          What was said before could not be loaded. {said.message}
        </Text>
      )}
      <div className={classes.places}>
        <Select
          label="Workspace"
          placeholder="None"
          clearable
          searchable
          disabled={!mayEdit}
          data={choices(workspaceDefault)}
          value={workspaceDefault}
          onChange={(id) =>
            save({ default_location_id: id, category_locations: settings?.category_locations ?? {} })
          }
        />
        {categoriesToPlace(categories, settings).map((category) => {
          const place = settings?.category_locations[category] ?? null;
          return (
            <Select
              key={category}
              label={`Category: ${category}`}
              placeholder="As the workspace"
              clearable
              searchable
              disabled={!mayEdit}
              data={choices(place)}
              value={place}
              onChange={(id) => save(withCategoryPlace(settings, category, id))}
            />
          );
        })}
      </div>
    </Stack>
  );
}

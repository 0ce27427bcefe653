/** Items that come first in their section and are marked: found by name or number, chosen with a click. */
import type { DeckItem } from '@docket/model/deck/deck-items';
import { LIMITS } from '@docket/model/limits';
import { Button, Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Thumbnail } from '../../../../ui/thumbnail.tsx';
import type { PictureAddresses } from '../preview/deck-material.ts';
import classes from './highlight-field.module.css';
import { findItems, toggled } from './highlights.ts';

/** Rows at a time: enough to look at; the search finds the others. */
const SHOWN = 40;

interface Props {
  /** Empty while there are none. */
  items: readonly DeckItem[];
  pictures: PictureAddresses;
  highlighted: readonly string[];
  disabled: boolean;
  onChange: (highlighted: string[]) => void;
}

/** What is said below the list of `found` items. */
function wordsBelow(found: number, disabled: boolean): string {
  if (found === 0) return disabled ? 'No item is highlighted.' : 'No item matches. Try fewer words.';
  if (found > SHOWN)
    return `${(found - SHOWN).toLocaleString('en')} more${disabled ? '.' : ': search to find them.'}`;
  return 'They come first in their section and are marked.';
}

export const HighlightField = memo(function HighlightField({
  items,
  pictures,
  highlighted,
  disabled,
  onChange,
}: Props) {
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const chosen = useMemo(() => new Set(highlighted), [highlighted]);
  const found = useMemo(() => {
    const all = findItems(items, sought, chosen);
    // Who may not choose only looks at what is chosen.
    return disabled ? all.filter(({ id }) => chosen.has(id)) : all;
  }, [items, sought, chosen, disabled]);
  const present = items.filter(({ id }) => chosen.has(id)).length;
  const full = highlighted.length >= LIMITS.highlightedItems;
  if (items.length === 0)
    return (
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          Highlighted items
        </Text>
        <Text size="sm" c="dimmed">
          Items that open their section can be chosen here once they have been generated.
        </Text>
      </Stack>
    );
  return (
    <Fieldset variant="unstyled" legend="Highlighted items" className={classes.root}>
      {present > 0 && !disabled && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="ink"
          className={classes.clear}
          onClick={() => onChange([])}
        >
          {`Clear ${present}`}
          <span className="docket-hidden">{present === 1 ? ' highlighted item' : ' highlighted items'}</span>
        </Button>
      )}
      {!disabled && (
        <TextInput
          aria-label="Search items to highlight"
          placeholder="Search name, style number, colour…"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul className={classes.list} data-whole={disabled || undefined} aria-label="Items to highlight">
        {found.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <Checkbox
              size="xs"
              checked={chosen.has(item.id)}
              disabled={disabled || (full && !chosen.has(item.id))}
              onChange={() => onChange(toggled(highlighted, item.id))}
              classNames={{ body: classes.row, labelWrapper: classes.label }}
              label={
                <span className={classes.item}>
                  <Thumbnail src={pictures.thumbnail(item.image?.image_id ?? null)} alt="" size={34} />
                  <span className={classes.words}>
                    <span className={classes.name}>{item.name}</span>
                    <span className={classes.detail}>
                      {[item.sku, item.color].filter((part) => part !== null && part !== '').join(' · ')}
                    </span>
                  </span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" component="output">
        {wordsBelow(found.length, disabled)}
      </Text>
    </Fieldset>
  );
});

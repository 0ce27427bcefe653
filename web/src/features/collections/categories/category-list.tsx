/** The categories in their order: renamed in place, merged, split and moved. */
import {
  effectiveCategories,
  type EffectiveCategory,
  mergeCategories,
  mergedInto,
  moveCategory,
  renameCategory,
  splitCategory,
} from '@docket/model/category-edits';
import type { Category } from '@docket/model/category';
import type { Collection } from '@docket/model/collection';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Stored } from '../../../data/reader.ts';
import { useCan } from '../../../data/workspace.ts';
import { useReorder, useRefocus } from '../../../ui/use-reorder.ts';
import type { StoredProduct } from '../results/use-products.ts';
import classes from './category-list.module.css';
import { CategoryRow } from './category-row.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { nameRefusal, placeSentence } from './category-words.ts';
import { useCategoryEdits } from './use-category-edits.tsx';

interface Props {
  collection: Stored<Collection>;
  products: readonly StoredProduct[];
}

export function CategoryList({ collection, products }: Props) {
  const { categories: found, category_edits: edits } = collection.data;
  const mayEdit = useCan('edit');
  const change = useCategoryEdits(collection);
  const shown = useMemo(() => effectiveCategories(found, edits), [found, edits]);
  const [selection, setSelection] = useState<readonly string[]>([]);
  const [moved, setMoved] = useState('');
  const [merging, dialog] = useDisclosure(false);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const list = useRef<HTMLUListElement>(null);
  const keep = useRefocus(list, ids);
  const selected = shown.filter(({ id }) => selection.includes(id));

  const move = (id: string, to: number) => {
    const category = shown.find((one) => one.id === id);
    if (category === undefined) return;
    const sentence = placeSentence(category.name, to, shown.length);
    keep(id);
    setMoved(sentence);
    change(moveCategory(edits, found, id, to), { title: 'Category moved', message: sentence });
  };
  const dragOf = useReorder(list, ids, move);

  const rename = (category: EffectiveCategory, to: string) => {
    const [original = category.name] = category.found_as;
    const name = to.trim() === '' ? original : to.trim();
    change(renameCategory(edits, { ...category, name: original }, to), {
      title: 'Category renamed',
      message: `“${category.name}” is called “${name}” now.`,
    });
  };
  const merge = (into: EffectiveCategory) => {
    const others = selected.filter(({ id }) => id !== into.id);
    const named = others.map(({ name }) => `“${name}”`).join(', ');
    change(
      mergeCategories(
        edits,
        others.map(({ id }) => id),
        into.id,
      ),
      {
        title: 'Categories merged',
        message: `${named} ${others.length === 1 ? 'is' : 'are'} part of “${into.name}” now.`,
      },
    );
    setSelection([]);
    dialog.close();
  };
  const split = (part: Category) =>
    change(splitCategory(edits, part.id), {
      title: 'Category split off',
      message: `“${edits.names[part.id] ?? part.name}” stands on its own again.`,
    });

  return (
    <div className={classes.root}>
      {selected.length > 0 && (
        <Group
          component="section"
          className={classes.bar}
          justify="space-between"
          gap="sm"
          aria-label="Selected categories"
        >
          <Text size="sm" component="output">
            {selected.length === 1
              ? '1 selected. Select another one to merge them.'
              : `${selected.length} selected`}
          </Text>
          <Group gap="xs">
            <Button variant="default" size="compact-md" onClick={() => setSelection([])}>
              Clear
            </Button>
            <Button
              size="compact-md"
              leftSection={<IconArrowMerge size={15} stroke={1.8} aria-hidden />}
              disabled={selected.length < 2}
              onClick={dialog.open}
            >
              Merge into…
            </Button>
          </Group>
        </Group>
      )}
      <ul ref={list} className={classes.list} aria-label="Categories">
        {shown.map((category, index) => (
          <CategoryRow
            key={category.id}
            category={category}
            products={products.filter(
              ({ data }) => data.category !== null && category.found_as.includes(data.category),
            )}
            merged={mergedInto(found, edits, category.id)}
            first={index === 0}
            last={index === shown.length - 1}
            mayEdit={mayEdit}
            selected={selection.includes(category.id)}
            drag={dragOf(category.id)}
            refusal={(name) => nameRefusal(name, category, shown)}
            onSelect={(on) =>
              setSelection((before) =>
                on ? [...before, category.id] : before.filter((id) => id !== category.id),
              )
            }
            onRename={(name) => rename(category, name)}
            onSplit={split}
            onMove={(step) => move(category.id, index + step)}
          />
        ))}
      </ul>
      <output className="docket-hidden">{moved}</output>
      <MergeDialog
        categories={selected}
        opened={merging && selected.length > 1}
        onClose={dialog.close}
        onMerge={merge}
      />
    </div>
  );
}

/** One category: pictures of its products, its name, what it was found as, and what can be done with it. */
import type { Category } from '@docket/model/category';
import type { EffectiveCategory } from '@docket/model/category-edits';
import { ActionIcon, Checkbox, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSplit2, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Confidence } from '../../../ui/confidence.tsx';
import type { DragProps } from '../../../ui/use-reorder.ts';
import { ProductPicture } from '../results/product-picture.tsx';
import type { StoredProduct } from '../results/use-products.ts';
import { CategoryName } from './category-name.tsx';
import classes from './category-row.module.css';

const PICTURES = 4;

interface Props {
  category: EffectiveCategory;
  /** The products of the category, those merged into it included. */
  products: readonly StoredProduct[];
  /** What was merged into it, as found. */
  merged: readonly Category[];
  first: boolean;
  last: boolean;
  mayEdit: boolean;
  selected: boolean;
  drag: DragProps;
  refusal: (name: string) => string | null;
  onSelect: (selected: boolean) => void;
  onRename: (name: string) => void;
  onSplit: (category: Category) => void;
  /** By one place. */
  onMove: (step: 1 | -1) => void;
}

const productsOf = (count: number) => (count === 1 ? '1 product' : `${count.toLocaleString('en')} products`);

function detailOf({ name, found_as: [found = name], product_count, reason }: EffectiveCategory): string {
  const origin = found === name ? reason : `Found as “${found}”. ${reason}`;
  return `${productsOf(product_count)} · ${origin}`;
}

function Merged({
  category,
  merged,
  mayEdit,
  onSplit,
}: Pick<Props, 'category' | 'merged' | 'mayEdit' | 'onSplit'>) {
  if (merged.length === 0) return null;
  return (
    <ul className={classes.merged} aria-label={`Merged into ${category.name}`}>
      {merged.map((part) => (
        <li key={part.id} className={classes.part}>
          <span>{`+ ${part.name}`}</span>
          {mayEdit && (
            <Tooltip label="Split off again">
              <UnstyledButton
                className={classes.split}
                aria-label={`Split ${part.name} off ${category.name}`}
                onClick={() => onSplit(part)}
              >
                <IconArrowsSplit2 size={13} stroke={1.8} />
              </UnstyledButton>
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The grip is for the mouse and for the arrow keys; the buttons beside it are for everybody. */
function Order({
  category,
  first,
  last,
  drag,
  onMove,
}: Pick<Props, 'category' | 'first' | 'last' | 'drag' | 'onMove'>) {
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    if (step === -1 ? !first : !last) onMove(step);
  };
  return (
    <div className={classes.order}>
      <Tooltip label="Move up">
        <ActionIcon
          size="sm"
          aria-label={`Move ${category.name} up`}
          disabled={first}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={15} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Move down">
        <ActionIcon
          size="sm"
          aria-label={`Move ${category.name} down`}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={15} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      <UnstyledButton
        className={classes.grip}
        aria-label={`Reorder ${category.name} with the arrow keys`}
        data-grip={category.id}
        draggable
        onDragStart={drag.onDragStart}
        onDragEnd={drag.onDragEnd}
        onKeyDown={onKey}
      >
        <IconGripVertical size={16} stroke={1.7} />
      </UnstyledButton>
    </div>
  );
}

export function CategoryRow(props: Props) {
  const { category, products, mayEdit, selected, drag, refusal, onSelect, onRename } = props;
  const pictured = products.filter(({ data }) => data.image !== null).slice(0, PICTURES);
  return (
    <li
      className={classes.root}
      data-row={category.id}
      data-selected={selected || undefined}
      data-dragged={drag.dragged || undefined}
      data-drop={drag.drop ?? undefined}
    >
      {mayEdit && (
        <Checkbox
          size="xs"
          className={classes.select}
          aria-label={`Select ${category.name}`}
          checked={selected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      )}
      <div className={classes.pictures}>
        {pictured.map(({ path, data }) => (
          <ProductPicture key={path} product={data} />
        ))}
      </div>
      <div className={classes.words}>
        <CategoryName name={category.name} mayEdit={mayEdit} refusal={refusal} onRename={onRename} />
        <Text size="sm" c="dimmed" className={classes.detail}>
          {detailOf(category)}
        </Text>
        <Merged {...props} />
      </div>
      <div className={classes.confidence}>
        <Confidence value={category.confidence} />
      </div>
      {mayEdit && <Order {...props} />}
    </li>
  );
}

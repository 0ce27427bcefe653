/** The bar of the selected items with the dialogs that it opens. */
import type { ItemEdits } from '@docket/model/item';
import { useMemo, useState } from 'react';
import { changeOf } from '../item-changes.ts';
import type { ItemRow } from '../item-rows.ts';
import type { ItemChanges } from '../use-item-changes.tsx';
import { BulkBar, type BulkQuestion } from './bulk-bar.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { ValueDialog } from './value-dialog.tsx';

interface Props {
  rows: readonly ItemRow[];
  shown: readonly ItemRow[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  categories: readonly string[];
  onChange: ItemChanges['change'];
}

/** The values that a field has, each once. */
function valuesOf(rows: readonly ItemRow[], field: 'delivery' | 'season'): string[] {
  return [...new Set(rows.map(({ shown }) => shown[field]))].filter((value) => value !== null).sort();
}

export function BulkActions({ rows, shown, selected, onSelect, categories, onChange }: Props) {
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);
  const visible = useMemo(
    () => shown.reduce((count, { id }) => count + Number(selected.has(id)), 0),
    [shown, selected],
  );
  const apply = (label: string, edit: (row: ItemRow) => ItemEdits | null) => {
    const changes = chosen.flatMap((row) => {
      const edits = edit(row);
      return (edits === null ? null : changeOf(row, edits)) ?? [];
    });
    onChange(label, changes, true);
  };
  const items = chosen.length === 1 ? '1 item' : `${chosen.length.toLocaleString('en')} items`;
  return (
    <>
      <BulkBar
        selected={chosen.length}
        hidden={chosen.length - visible}
        unselected={shown.length - visible}
        excluded={chosen.filter((row) => row.shown.excluded).length}
        onSelectAll={() => onSelect(new Set([...selected, ...shown.map(({ id }) => id)]))}
        onClear={() => onSelect(new Set())}
        onAsk={setQuestion}
        onExclude={() => apply(`${items} excluded`, () => ({ excluded: true }))}
        onInclude={() => apply(`${items} included`, () => ({ excluded: false }))}
      />
      {question === 'price' && (
        <PriceDialog rows={chosen} onApply={apply} onClose={() => setQuestion(null)} />
      )}
      {question !== null && question !== 'price' && (
        <ValueDialog
          field={question}
          rows={chosen}
          choices={question === 'category' ? categories : valuesOf(rows, question)}
          onApply={apply}
          onClose={() => setQuestion(null)}
        />
      )}
    </>
  );
}

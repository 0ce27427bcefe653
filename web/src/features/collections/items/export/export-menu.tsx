/** Exports the items that are shown, or all of them. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { ItemRow } from '../item-rows.ts';
import { type ExportFormat, exportItems, fileName, saveFile } from './export-items.ts';

interface Props {
  /** Names the file. */
  collectionName: string;
  rows: readonly ItemRow[];
  /** Those that search and filters leave. */
  shown: readonly ItemRow[];
}

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
] as const;

const counted = (rows: readonly ItemRow[]) => rows.reduce((sum, row) => sum + Number(row.counted), 0);

export function ExportMenu({ collectionName, rows, shown }: Props) {
  const [writing, setWriting] = useState(false);
  const save = async (which: readonly ItemRow[], format: ExportFormat) => {
    setWriting(true);
    try {
      saveFile(await exportItems(which, format), fileName(collectionName, format));
    } catch {
      notifications.show({
        color: 'red',
        title: 'The items could not be exported',
        message: 'Check your connection and try again.',
      });
    } finally {
      setWriting(false);
    }
  };
  const groups = [
    ...(shown.length < rows.length ? ([['Shown', shown]] as const) : []),
    ['All', rows] as const,
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={writing}
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(([word, which]) => (
          <Fragment key={word}>
            <Menu.Label>
              {word}: {counted(which).toLocaleString('en')} items
            </Menu.Label>
            {FORMATS.map(([format, label]) => (
              <Menu.Item key={format} onClick={() => void save(which, format)}>
                {word} as {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

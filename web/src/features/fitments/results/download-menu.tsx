/** The approved fitments as files: all of them, whatever is searched for. */
import type { MergedFitment } from '@docket/model/fitment/merge-fitments';
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { type ResultFormat, useDownload } from './use-download.ts';

const FORMATS: readonly { format: ResultFormat; label: string; what: string }[] = [
  { format: 'ranges', label: 'CSV, year ranges', what: 'A row for each part, vehicle and range of years' },
  { format: 'years', label: 'CSV, one row a year', what: 'For programs that want every year' },
  { format: 'aces', label: 'ACES XML', what: 'Vehicles in words: ids need a licensed VCdb' },
];

export function DownloadMenu({ fitments }: { fitments: readonly MergedFitment[] }) {
  const { saving, download } = useDownload(fitments);
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
        >
          Download
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label, what }) => (
          <Menu.Item key={format} onClick={() => download(format)}>
            {label}
            <Text size="xs" c="dimmed">
              {what}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One file in a list: what it is, how it is doing, what can be done with it. */
import { Group, Progress, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFileTypeXls,
  IconPhoto,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './file-row.module.css';

interface Props {
  name: string;
  /** One line below the name: size, state. */
  detail: ReactNode;
  /** 0–100 while the file is on its way. */
  progress?: number;
  /** Why the file cannot be used. Announced. */
  error?: string;
  warning?: string;
  actions?: ReactNode;
}

function FileIcon({ name }: { name: string }) {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'pdf') return <IconFileTypePdf stroke={1.4} aria-hidden />;
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt')
    return <IconFileTypeCsv stroke={1.4} aria-hidden />;
  if (/^(?:jpe?g|png)$/.test(ending)) return <IconPhoto stroke={1.4} aria-hidden />;
  return <IconFileTypeXls stroke={1.4} aria-hidden />;
}

export function FileRow({ name, detail, progress, error, warning, actions }: Props) {
  return (
    <li className={classes.root} data-failed={error !== undefined || undefined}>
      <span className={classes.icon}>
        <FileIcon name={name} />
      </span>
      <Stack gap={2} className={classes.text}>
        <Text size="md" fw={520} lineClamp={2} title={name} className={classes.name}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className={classes.detail}>
          {detail}
        </Text>
        {progress !== undefined && (
          <Progress value={progress} size={4} color="blue.6" mt={4} aria-label={`Uploading ${name}`} />
        )}
        {warning !== undefined && (
          <Group gap={4} wrap="nowrap" align="flex-start" className={classes.warning}>
            <IconAlertTriangle size={13} aria-hidden />
            <Text size="xs">{warning}</Text>
          </Group>
        )}
        {error !== undefined && (
          <Text size="xs" role="alert" className={classes.error}>
            {error}
          </Text>
        )}
      </Stack>
      {actions !== undefined && (
        <Group gap={2} wrap="nowrap">
          {actions}
        </Group>
      )}
    </li>
  );
}

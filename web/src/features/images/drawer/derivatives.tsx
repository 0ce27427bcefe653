/** What was made from an image: each file with its size, to be opened, saved or linked to. */
import type { Derivative } from '@docket/model/image';
import { formatBytes } from '@docket/model/limits';
import { ActionIcon, Anchor, CopyButton, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useClient } from '../../../data/hooks.ts';
import type { StoredImage } from '../../../data/image-records.ts';
import { derivativeLabel, dimensions, downloadName } from '../image-words.ts';
import { isVariant } from '@docket/model/picture-source';
import classes from './image-drawer.module.css';

/** Saves what is at `address` under `name`: links to other hosts cannot choose a name themselves. */
async function save(address: string, name: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function Row({
  derivative,
  fileName,
  address,
}: {
  derivative: Derivative;
  fileName: string;
  address: string;
}) {
  const label = derivativeLabel(derivative.name);
  const download = () =>
    void save(address, downloadName(fileName, derivative.name, derivative.content_type)).catch(() =>
      notifications.show({
        color: 'red',
        title: `${label} could not be downloaded`,
        message: 'Check your connection and try again.',
      }),
    );
  return (
    <li className={classes.derivative}>
      <div className={classes.which}>
        <Anchor href={address} target="_blank" rel="noreferrer" size="sm" fw={520}>
          {label}
        </Anchor>
        <Text size="xs" c="dimmed" className={classes.figure}>
          {dimensions(derivative)} · {formatBytes(derivative.bytes)}
        </Text>
      </div>
      <Group gap={2} wrap="nowrap">
        <CopyButton value={address} timeout={2000}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy address'}>
              <ActionIcon onClick={copy} aria-label={`Copy address of ${label}`}>
                {copied ? <IconCheck size={16} stroke={1.8} /> : <IconCopy size={16} stroke={1.7} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
        <Tooltip label="Download">
          <ActionIcon onClick={download} aria-label={`Download ${label}`}>
            <IconDownload size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </li>
  );
}

interface PartProps {
  title: string;
  derivatives: readonly Derivative[];
  image: StoredImage;
}

function Part({ title, derivatives, image: { data } }: PartProps) {
  const { files } = useClient().backend;
  const { derived_token: token, file_name: fileName } = data;
  if (derivatives.length === 0 || token === null) return null;
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={3}>{title}</Title>
      <ul className={classes.derivatives}>
        {derivatives.map((derivative) => (
          <Row
            key={derivative.name}
            derivative={derivative}
            fileName={fileName}
            address={files.address(derivative.path, token)}
          />
        ))}
      </ul>
    </section>
  );
}

export function Derivatives({ image }: { image: StoredImage }) {
  const all = [...image.data.thumbnails, ...image.data.variants];
  return (
    <>
      <Part title="Variants" derivatives={all.filter(isVariant)} image={image} />
      <Part title="Thumbnails" derivatives={all.filter((item) => !isVariant(item))} image={image} />
    </>
  );
}

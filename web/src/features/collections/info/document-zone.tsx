/** One kind of document of a collection: its drop zone, what is uploading, what is there. */
import { DOCUMENT_KIND_LABELS, type DocumentKind } from '@docket/model/document';
import { ACCEPTED_FILE_KINDS, FILE_KIND_LABELS, FILE_KIND_MEDIA } from '@docket/model/file-kind';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useClient, useUser } from '../../../data/hooks.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { DocumentRow } from './document-row.tsx';
import classes from './document-zone.module.css';
import { UploadRow } from './upload-row.tsx';

const TITLES: Record<DocumentKind, string> = { linesheet: 'Linesheets', purchase_order: 'Purchase orders' };

const PURPOSES: Record<DocumentKind, string> = {
  linesheet: 'The catalogue: pictures, names, style numbers and prices.',
  purchase_order: 'What was ordered: styles, colours, sizes and quantities.',
};

const ENDINGS: Record<DocumentKind, readonly string[]> = {
  linesheet: ACCEPTED_FILE_KINDS.linesheet.flatMap((kind) => FILE_KIND_MEDIA[kind].endings),
  purchase_order: ACCEPTED_FILE_KINDS.purchase_order.flatMap((kind) => FILE_KIND_MEDIA[kind].endings),
};

function hint(kind: DocumentKind): string {
  const labels = ACCEPTED_FILE_KINDS[kind].map((accepted) => FILE_KIND_LABELS[accepted]);
  return `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}, up to ${formatBytes(LIMITS.documentBytes)} each`;
}

interface Props {
  kind: DocumentKind;
  collectionId: string;
  documents: readonly StoredFile[];
  /** Why files cannot be changed now; null when they can. */
  locked: string | null;
}

export function DocumentZone({ kind, collectionId, documents, locked }: Props) {
  const { uploads: queue } = useClient();
  const { uid } = useUser();
  const workspace = useWorkspace();
  const uploads = useStore(queue.uploads).filter(
    (upload) =>
      upload.collectionId === collectionId &&
      upload.kind === kind &&
      // A document that is being saved is listed as one already.
      !documents.some(({ id }) => id === upload.id),
  );
  const room = LIMITS.documentsPerCollection - documents.length - uploads.length;
  const add = (files: readonly File[], replaces: string | null) =>
    queue.add(files, { workspaceId: workspace.id, collectionId, uid, kind, replaces });
  const filled = documents.length + uploads.length > 0;
  return (
    <Card padding="md" className={classes.root}>
      <Group justify="space-between" mb={2}>
        <Title order={2}>{TITLES[kind]}</Title>
        {documents.length > 0 ? (
          <Badge color="green" leftSection={<IconCheck size={12} stroke={2.5} aria-hidden />}>
            Required
          </Badge>
        ) : (
          <Badge color="yellow">Required</Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {PURPOSES[kind]}
      </Text>
      <Stack gap="xs" style={{ flex: 1 }}>
        {filled && (
          <ul className={classes.files} aria-label={`${DOCUMENT_KIND_LABELS[kind]} files`}>
            {documents.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                collectionId={collectionId}
                locked={locked}
                endings={ENDINGS[kind]}
                onReplace={(file) => add([file], document.id)}
              />
            ))}
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </ul>
        )}
        {room > 0 ? (
          <FileDrop
            label={TITLES[kind]}
            hint={hint(kind)}
            endings={ENDINGS[kind]}
            compact={filled}
            disabled={locked !== null}
            onFiles={(files) => add(files.slice(0, room), null)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {`A collection holds up to ${LIMITS.documentsPerCollection} files.`}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

/** The logo on a deck's cover: drop or choose one, replace it, remove it and take that back. */
import type { Logo } from '@docket/model/deck';
import { formatBytes, LIMITS } from '@docket/model/limits';
import {
  ActionIcon,
  Button,
  Fieldset,
  FileButton,
  Group,
  Progress,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconReplace, IconTrash } from '@tabler/icons-react';
import { useClient } from '../../../../data/hooks.ts';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { showUndo } from '../../../../ui/undo-toast.tsx';
import { LOGO_ENDINGS } from './judge-logo.ts';
import { memo } from 'react';
import classes from './logo-field.module.css';
import { useLogoUpload } from './use-logo-upload.ts';

interface Props {
  collectionId: string;
  logo: Logo | null;
  disabled: boolean;
  onChange: (logo: Logo | null) => void;
}

const TOAST = 'logo-removed';

export const LogoField = memo(function LogoField({ collectionId, logo, disabled, onChange }: Props) {
  const { files } = useClient().backend;
  const { upload, send, cancel } = useLogoUpload(collectionId, (sent) => {
    notifications.hide(TOAST);
    onChange(sent);
  });
  const remove = (removed: Logo) => {
    onChange(null);
    showUndo({
      id: TOAST,
      title: 'Logo removed',
      message: 'The cover has none now.',
      onUndo: () => onChange(removed),
    });
  };
  return (
    <Fieldset variant="unstyled" legend="Logo" className={classes.root}>
      {logo !== null && upload.state !== 'sending' && (
        <div className={classes.current}>
          <img src={files.address(logo.path, logo.token)} alt="Current logo" className={classes.picture} />
          <Group gap={2} wrap="nowrap">
            <FileButton
              accept={LOGO_ENDINGS.join(',')}
              onChange={(file) => file !== null && send(file)}
              inputProps={{ 'aria-label': 'New logo' }}
            >
              {(props) => (
                <Tooltip label="Replace">
                  <ActionIcon {...props} aria-label="Replace logo" disabled={disabled}>
                    <IconReplace size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              )}
            </FileButton>
            <Tooltip label="Remove">
              <ActionIcon aria-label="Remove logo" disabled={disabled} onClick={() => remove(logo)}>
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </div>
      )}
      {upload.state === 'sending' && (
        <div className={classes.sending}>
          <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
            <Text size="sm" truncate title={upload.name}>
              {upload.name}
            </Text>
            <Progress
              value={upload.percent}
              size={4}
              color="blue.6"
              aria-label={`Uploading ${upload.name}`}
            />
          </Stack>
          <Button size="compact-sm" variant="default" onClick={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {logo === null && upload.state !== 'sending' && (
        <FileDrop
          label="Logo"
          hint={`PNG, JPEG or WebP, up to ${formatBytes(LIMITS.logoBytes)}`}
          endings={LOGO_ENDINGS}
          disabled={disabled}
          onFiles={([file]) => file !== undefined && send(file)}
        />
      )}
      {upload.state === 'refused' && (
        <Text size="xs" role="alert" className={classes.error}>
          {upload.reason}
        </Text>
      )}
    </Fieldset>
  );
});

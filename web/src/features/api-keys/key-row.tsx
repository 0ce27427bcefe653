/** One API key: what it may do, who has made it, whether it is used, and the way to end it. */
import { type ApiKey, apiKeyState } from '@docket/model/api-key';
import { revokeApiKey } from '@docket/model/commands/api-key-commands';
import { Button, Code, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Stored } from '../../data/reader.ts';
import { useActor } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import { when } from '../collections/history/history-words.ts';
import classes from './api-keys.module.css';
import { endSentence, KEY_LOOKS, scopeSentence, usedSentence } from './key-words.ts';

interface Props {
  apiKey: Stored<ApiKey>;
  /** Null: never. */
  lastUsed: Date | null;
  /** Knows the members. */
  nameOf: (uid: string) => string;
  now: Date;
}

export function KeyRow({ apiKey: { id, data }, lastUsed, nameOf, now }: Props) {
  const actor = useActor();
  const commit = useCommit();
  const [revoking, dialog] = useDisclosure(false);
  const state = apiKeyState(data, now);
  return (
    <li className={classes.row} data-ended={state === 'active' ? undefined : true}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={540} className={classes.name}>
            {data.name}
          </Text>
          <Code>
            <span className="docket-hidden">Ends in </span>…{data.hint}
          </Code>
        </Group>
        <Text size="sm" c="dimmed">
          {scopeSentence(data.scopes)} · {usedSentence(lastUsed)} · {endSentence(data, nameOf, now)}
        </Text>
        <Text size="sm" c="dimmed">
          Created by {nameOf(data.created_by)} on{' '}
          <time dateTime={data.created_at.toISOString()}>{when(data.created_at)}</time>
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        <StateBadge look={KEY_LOOKS[state]} />
        {state === 'active' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={dialog.open}
            aria-label={`Revoke the key of ${data.name}`}
          >
            Revoke
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={revoking}
        onClose={dialog.close}
        onConfirm={() => void commit(revokeApiKey(actor, id), 'The API key could not be revoked')}
        title={`Revoke the key of ${data.name}?`}
        confirmLabel="Revoke key"
        keepLabel="Keep key"
      >
        Whatever uses this key is refused from its next request on. That cannot be taken back; to let it in
        again, create another key.
      </ConfirmDialog>
    </li>
  );
}

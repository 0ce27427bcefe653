/** Makes an API key in two steps: for what and for how long, then the key itself, which is shown this once. */
import { addApiKey } from '@docket/model/commands/api-key-commands';
import { CAPABILITIES } from '@docket/model/roles';
import { Button, Checkbox, Code, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useActor, useWorkspace } from '../../data/workspace.ts';
import { CopyTextButton } from '../../ui/copy-text-button.tsx';
import { useCommit } from '../../ui/use-commit.tsx';
import classes from './api-keys.module.css';
import { DEFAULT_EXPIRY, draftKey, EXPIRY_CHOICES, expiryOf, nameProblem, scopesOf } from './key-draft.ts';
import { curlExample, SCOPE_WORDS } from './key-words.ts';

/** `onMake` gets the text of the key when it is saved. */
function KeyForm({ onMake, onCancel }: { onMake: (text: string) => void; onCancel: () => void }) {
  const actor = useActor();
  const commit = useCommit();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['read']);
  const [expiry, setExpiry] = useState<string>(DEFAULT_EXPIRY);
  const [submitted, setSubmitted] = useState(false);
  const [making, setMaking] = useState(false);
  const problem = nameProblem(name);

  const make = async () => {
    setMaking(true);
    const { key, secretHash } = await draftKey();
    const terms = { name: name.trim(), scopes: scopesOf(chosen), expiresAt: expiryOf(expiry, new Date()) };
    // Shown only when it is saved: until then it opens nothing.
    const saved = await commit(addApiKey(actor, key, secretHash, terms), 'The API key could not be created');
    setMaking(false);
    if (saved) onMake(key.text);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (problem === null && !making) void make();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          description="What will use the key, such as a shop system or a script."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={submitted && problem}
          data-autofocus
        />
        <Checkbox.Group label="What it may do" value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {CAPABILITIES.map((capability) => (
              <Checkbox
                key={capability}
                value={capability}
                label={SCOPE_WORDS[capability].label}
                description={SCOPE_WORDS[capability].description}
                disabled={capability === 'read'}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group
          label="It expires after"
          description="A key that has leaked without anybody noticing is worth nothing after that."
          value={expiry}
          onChange={setExpiry}
        >
          <Group gap="md" mt="xs">
            {EXPIRY_CHOICES.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={making}>
            Create key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The key, to be taken away now. */
function KeyStep({ text, onDone }: { text: string; onDone: () => void }) {
  const { id } = useWorkspace();
  const example = curlExample(window.location.origin, id, text);
  return (
    <Stack gap="md">
      <Text size="sm">
        Copy the key to where it is used now: <b>it is not shown again</b>. Whoever has it can do what it may,
        so keep it as you keep passwords.
      </Text>
      <Code block className={classes.secret} aria-label="API key" tabIndex={0}>
        {text}
      </Code>
      <Group gap="sm">
        <CopyTextButton text={text} label="Copy key" />
      </Group>
      <Text size="sm">Try it on a command line; this lists your collections:</Text>
      <Code block className={classes.secret} aria-label="Example" tabIndex={0}>
        {example}
      </Code>
      <Group gap="sm">
        <CopyTextButton text={example} label="Copy example" />
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>I have kept the key</Button>
      </Group>
    </Stack>
  );
}

export function KeyDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={text === null}
      title={<Text fw={620}>{text === null ? 'New API key' : 'Keep this key'}</Text>}
    >
      {text === null ? (
        <KeyForm onMake={setText} onCancel={onClose} />
      ) : (
        <KeyStep text={text} onDone={onClose} />
      )}
    </Modal>
  );
}

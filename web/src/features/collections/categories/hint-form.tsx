/** A hint for another try at the categories, in the person's own words. */
import { LIMITS } from '@docket/model/limits';
import { Button, Group, Stack, Text, Textarea, Tooltip } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { HINT_EXAMPLES } from './category-words.ts';
import classes from './hint-form.module.css';

interface Props {
  /** The last hint that was given; empty for none. */
  last: string;
  /** Why no run can be started now; null when one can. */
  block: string | null;
  onTry: (hint: string) => void;
}

export function HintForm({ last, block, onTry }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const hint = typed ?? last;
  const reason = block ?? (hint.trim() === '' ? 'Write a hint first.' : null);
  return (
    <form
      className={classes.root}
      aria-label="Hint for categories"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null) onTry(hint);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label="How should the products be grouped?"
          description="Name a column or headings, ask for broader or finer groups, or list the categories that you want."
          placeholder="Dresses, Tops, Trousers"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LIMITS.hintCharacters}
          value={hint}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ul className={classes.examples} aria-label="Examples of hints">
          {HINT_EXAMPLES.map((example) => (
            <li key={example}>
              <Button size="compact-sm" variant="default" onClick={() => setTyped(example)}>
                {example}
              </Button>
            </li>
          ))}
        </ul>
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" id="hint-reason">
            {block ??
              'The linesheets are processed again. What you have renamed, merged and ordered is kept where it fits.'}
          </Text>
          <Tooltip label={reason ?? ''} disabled={reason === null}>
            <Button
              type="submit"
              leftSection={<IconSparkles size={16} stroke={1.8} aria-hidden />}
              disabled={reason !== null}
              aria-describedby="hint-reason"
            >
              Try Again with This Hint
            </Button>
          </Tooltip>
        </Group>
      </Stack>
    </form>
  );
}

/** What a deck would be if it were generated now, and the button that does it. */
import type { DeckSettings } from '@docket/model/deck';
import { Anchor, Button, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './deck-summary.module.css';
import { pictureNote } from './history/deck-words.ts';

interface Props {
  settings: DeckSettings;
  items: number;
  slides: number;
  withoutPicture: number;
  cover: ReactNode;
  /** The address of Deck Settings. */
  settingsUrl: string;
  /** Why no deck can be generated now; null when one can. */
  block: string | null;
  /** Whether something else is to be done first: looking at a deck that is up to date, or at a failure. */
  secondary: boolean;
  onGenerate: () => void;
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div className={classes.figure}>
      <dd>{value.toLocaleString('en')}</dd>
      <dt>{label}</dt>
    </div>
  );
}

export function DeckSummary(props: Props) {
  const { settings, items, slides, withoutPicture, cover, settingsUrl, block, secondary, onGenerate } = props;
  const note = pictureNote(withoutPicture);
  return (
    <Paper withBorder component="section" aria-label="Deck to generate" className={classes.root}>
      <div className={classes.cover}>{cover}</div>
      <Stack gap="md" className={classes.words}>
        <Stack gap={2}>
          <Title order={2} className={classes.title}>
            {settings.title.trim() === '' ? 'Deck' : settings.title}
          </Title>
          <Text size="sm" c="dimmed">
            {settings.season.trim() === '' ? 'No season given. ' : `${settings.season}. `}
            <Anchor component={Link} to={settingsUrl} size="sm" underline="always" c="inherit">
              Change in Deck Settings
            </Anchor>
          </Text>
        </Stack>
        <dl className={classes.figures}>
          <Figure value={items} label={items === 1 ? 'item' : 'items'} />
          <Figure value={slides} label={slides === 1 ? 'slide' : 'slides'} />
          <Figure value={settings.layout} label="a slide" />
        </dl>
        {note !== null && (
          <Text size="sm" c="dimmed">
            {`${note}: a placeholder is shown in its place.`}
          </Text>
        )}
        <div className={classes.action}>
          <Tooltip label={block ?? ''} disabled={block === null}>
            <Button
              size="md"
              {...(secondary ? { variant: 'default' } : {})}
              leftSection={<IconPresentation size={18} stroke={1.8} aria-hidden />}
              disabled={block !== null}
              aria-describedby="deck-reason"
              onClick={onGenerate}
            >
              Generate Deck
            </Button>
          </Tooltip>
          <Text size="sm" c="dimmed" id="deck-reason">
            {block ?? 'Makes a PowerPoint presentation and a PDF in the background.'}
          </Text>
        </div>
      </Stack>
    </Paper>
  );
}

/** The decks of a collection, newest first. */
import type { Deck } from '@docket/model/deck';
import { Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Stored } from '../../../../data/reader.ts';
import { Cover, type CoverProps } from './cover.tsx';
import { DeckCard } from './deck-card.tsx';
import classes from './deck-list.module.css';

/** The cover as it would be drawn today, with the deck's own words. */
function CoverOf({ deck, settings, ...rest }: CoverProps & { deck: Deck }) {
  const { title, season, layout } = deck;
  const own = useMemo(() => ({ ...settings, title, season, layout }), [settings, title, season, layout]);
  return <Cover settings={own} {...rest} />;
}

interface Props extends CoverProps {
  collectionId: string;
  /** Newest first. */
  decks: readonly Stored<Deck>[];
  /** What has changed since the newest was made; null: nothing. */
  change: string | null;
}

export function DeckList({ collectionId, decks, change, ...cover }: Props) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="decks-title">
      <Title order={2} id="decks-title">
        Decks
      </Title>
      <ul className={classes.list} aria-label="Decks">
        {decks.map((deck, index) => (
          <DeckCard
            key={deck.id}
            collectionId={collectionId}
            deck={deck}
            newest={index === 0 && decks.length > 1}
            change={index === 0 ? change : null}
            cover={<CoverOf deck={deck.data} {...cover} />}
          />
        ))}
      </ul>
    </Stack>
  );
}

/** The first slide of a deck, small. */
import type { DeckSettings } from '@docket/model/deck';
import { layOutDeck } from '@docket/model/deck/lay-out';
import { useMemo } from 'react';
import type { DeckMaterial, PictureAddresses } from '../preview/deck-material.ts';
import { SlideView } from '../preview/slide-view.tsx';

export interface CoverProps {
  settings: DeckSettings;
  material: DeckMaterial;
  pictures: PictureAddresses;
  logo: string | null;
}

export function Cover({ settings, material, pictures, logo }: CoverProps) {
  const cover = useMemo(
    () =>
      layOutDeck({ settings, items: material.items, categories: material.categories }, { end: 1 }).slides[0],
    [settings, material],
  );
  return cover === undefined ? null : <SlideView slide={cover} pictures={pictures} logo={logo} small />;
}

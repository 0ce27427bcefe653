/** The deck as it will be, while it is being set: one slide large, its neighbours in a strip, to be paged through. */
import type { DeckSettings } from '@docket/model/deck';
import type { DeckSlide } from '@docket/model/deck/elements';
import { layOutDeck } from '@docket/model/deck/lay-out';
import { ActionIcon, Group, Skeleton, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useClient } from '../../../../data/hooks.ts';
import type { DeckMaterial, PictureAddresses } from './deck-material.ts';
import classes from './deck-preview.module.css';
import { SlideView } from './slide-view.tsx';
import { placeAfterKey, stripAround } from './slide-window.ts';
import { usePictureAddresses } from './use-deck-material.ts';

interface Props {
  settings: DeckSettings;
  material: DeckMaterial;
  /** The slide that is shown, from 0; a place beyond the end stands for the last. */
  place: number;
  onPlace: (place: number) => void;
}

/** The slides around `place`, laid out once typing leaves time for it. */
function useSlides(settings: DeckSettings, material: DeckMaterial, place: number) {
  const input = useMemo(
    () => ({ settings, items: material.items, categories: material.categories }),
    [settings, material],
  );
  const later = useDeferredValue(input);
  return useMemo(() => {
    const wanted = stripAround(place, Number.POSITIVE_INFINITY);
    const { slideCount, slides } = layOutDeck(later, wanted);
    const current = Math.min(place, slideCount - 1);
    const around = stripAround(current, slideCount);
    // Near the end of the deck the strip begins earlier than was tried.
    const isWhole = around.start === wanted.start;
    return { count: slideCount, current, slides: isWhole ? slides : layOutDeck(later, around).slides };
  }, [later, place]);
}

const slidesOf = (count: number) => (count === 1 ? '1 slide' : `${count.toLocaleString('en')} slides`);

interface StripProps {
  slides: readonly DeckSlide[];
  current: number;
  count: number;
  pictures: PictureAddresses;
  logo: string | null;
  onPlace: (place: number) => void;
}

/** One of the buttons can be reached with Tab; the arrow keys lead on from there. */
function Strip({ slides, current, count, pictures, logo, onPlace }: StripProps) {
  const strip = useRef<HTMLOListElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const next = placeAfterKey(event.key, current, count);
    if (next === null) return;
    event.preventDefault();
    // The focus goes along, once the button to go to is there.
    flushSync(() => onPlace(next));
    strip.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
  };
  return (
    <ol ref={strip} className={classes.strip} aria-label="Slides">
      {slides.map((slide) => {
        const isCurrent = slide.number === current + 1;
        return (
          <li key={slide.number} className={classes.thumb} data-current={isCurrent || undefined}>
            <SlideView slide={slide} pictures={pictures} logo={logo} small />
            <button
              type="button"
              className={classes.cover}
              aria-label={`Slide ${slide.number}: ${slide.title}`}
              aria-current={isCurrent}
              tabIndex={isCurrent ? 0 : -1}
              onClick={() => onPlace(slide.number - 1)}
              onKeyDown={onKey}
            />
          </li>
        );
      })}
    </ol>
  );
}

export function DeckPreview({ settings, material, place, onPlace }: Props) {
  const { files } = useClient().backend;
  const pictures = usePictureAddresses(material.pictures);
  const { count, current, slides } = useSlides(settings, material, place);
  const logo = settings.logo === null ? null : files.address(settings.logo.path, settings.logo.token);
  const shown = slides.find(({ number }) => number === current + 1);
  return (
    <section aria-label="Live preview" className={classes.root}>
      <div className={classes.stage}>
        {shown === undefined ? (
          <Skeleton className={classes.empty} />
        ) : (
          <SlideView
            slide={shown}
            pictures={pictures}
            logo={logo}
            label={`Slide ${shown.number} of ${count}: ${shown.title}`}
          />
        )}
      </div>
      <Group justify="space-between" gap="sm" wrap="nowrap" mt="xs">
        <Text size="sm" className={classes.count} component="output">
          {slidesOf(count)}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            aria-label="Previous slide"
            disabled={current <= 0}
            onClick={() => onPlace(current - 1)}
          >
            <IconChevronLeft size={17} stroke={1.8} />
          </ActionIcon>
          <Text size="sm" className={classes.count} component="span" miw={56} ta="center">
            {`${current + 1} / ${count}`}
          </Text>
          <ActionIcon
            aria-label="Next slide"
            disabled={current >= count - 1}
            onClick={() => onPlace(current + 1)}
          >
            <IconChevronRight size={17} stroke={1.8} />
          </ActionIcon>
        </Group>
      </Group>
      <Strip
        slides={slides}
        current={current}
        count={count}
        pictures={pictures}
        logo={logo}
        onPlace={onPlace}
      />
      {material.standIns && (
        <Text size="xs" c="dimmed" mt="xs">
          {material.items.length === 0
            ? 'There are neither items nor products yet: only the cover can be shown.'
            : 'Shown with the products of the linesheet until items have been generated from the purchase order.'}
        </Text>
      )}
    </section>
  );
}

/** One slide, drawn as laid out. It decides nothing: what the files show is shown here, at the same places. */
import {
  baselineOf,
  DECK_FONT_FAMILY,
  type DeckElement,
  type DeckPicture,
  type DeckSlide,
  type DeckText,
  SLIDE,
} from '@docket/model/deck/elements';
import { memo } from 'react';
import type { PictureAddresses } from './deck-material.ts';
import classes from './slide-view.module.css';

/** From this width in points on, a picture's thumbnail would be blurred on a large preview. */
const SHARP_FROM = 150;

/** Fractions of a picture as whole numbers, which renderers keep exact. */
const UNITS = 10_000;

interface Props {
  slide: DeckSlide;
  pictures: PictureAddresses;
  /** The address of the logo; null: none. */
  logo: string | null;
  /** Drawn small: thumbnails will do. */
  small?: boolean;
  /** Says what the picture is of; without it the slide is decoration. */
  label?: string;
}

/** The part of the picture that `crop` names, filling its box. */
function Picture({ picture: { box, crop }, href }: { picture: DeckPicture; href: string }) {
  const part = [crop.x, crop.y, crop.width, crop.height].map((share) => share * UNITS).join(' ');
  return (
    <svg {...box} viewBox={part} preserveAspectRatio="none">
      <image href={href} width={UNITS} height={UNITS} preserveAspectRatio="none" />
    </svg>
  );
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

function anchorX({ align, box }: DeckText): number {
  if (align === 'left') return box.x;
  return align === 'right' ? box.x + box.width : box.x + box.width / 2;
}

function Lines({ text }: { text: DeckText }) {
  const x = anchorX(text);
  return (
    <text
      fontSize={text.size}
      fontWeight={text.weight === 'bold' ? 700 : 400}
      fill={text.color}
      textAnchor={ANCHORS[text.align]}
    >
      {text.lines.map((line, index) => (
        <tspan key={index} x={x} y={baselineOf(text, index)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Element({ element, href }: { element: DeckElement; href: (picture: DeckPicture) => string | null }) {
  switch (element.kind) {
    case 'rectangle': {
      const { box, fill, outline } = element;
      return (
        <rect
          {...box}
          fill={fill}
          {...(outline === null ? {} : { stroke: outline.color, strokeWidth: outline.width })}
        />
      );
    }
    case 'line':
      return (
        <line
          x1={element.from.x}
          y1={element.from.y}
          x2={element.to.x}
          y2={element.to.y}
          stroke={element.color}
          strokeWidth={element.width}
        />
      );
    case 'picture': {
      const address = href(element);
      return address === null ? null : <Picture picture={element} href={address} />;
    }
    case 'text':
      return <Lines text={element} />;
  }
}

export const SlideView = memo(function SlideView({ slide, pictures, logo, small = false, label }: Props) {
  const href = ({ source, box }: DeckPicture) => {
    if (source.kind === 'logo') return logo;
    return small || box.width < SHARP_FROM
      ? pictures.thumbnail(source.image_id)
      : pictures.full(source.image_id);
  };
  return (
    <svg
      viewBox={`0 0 ${SLIDE.width} ${SLIDE.height}`}
      className={classes.root}
      fontFamily={DECK_FONT_FAMILY}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <rect width={SLIDE.width} height={SLIDE.height} fill={slide.background} />
      {slide.elements.map((element, index) => (
        <Element key={index} element={element} href={href} />
      ))}
    </svg>
  );
});

/** The colours of a deck, worked out from the three that a person chooses. */
import type { DeckSettings } from '../deck.ts';
import { type Color, contrast, mix, muted, readableOn } from './colors.ts';

export interface Palette {
  background: Color;
  text: Color;
  /** For labels, footers and page numbers. */
  quiet: Color;
  /** Hairlines and frames. */
  hairline: Color;
  accent: Color;
  /** The accent colour where it can be read as text on the background; else the text colour. */
  accentText: Color;
  /** Text on the accent colour, and the same in a low voice. */
  onAccent: Color;
  quietOnAccent: Color;
  /** Behind pictures: products are photographed on white, and transparent pictures are put on it. */
  mat: Color;
  /** Where a picture is missing: the surface, and what is written on it. */
  placeholder: Color;
  onPlaceholder: Color;
}

/** The colour behind pictures. Pictures with transparency are flattened onto it. */
export const MAT: Color = '#ffffff';

/** Least contrast of large accent-coloured text. */
const ACCENT_TEXT_CONTRAST = 4.5;

export function paletteOf({ accent, background, text }: DeckSettings['colors']): Palette {
  const readable = readableOn(background, text);
  const onAccent = readableOn(accent, background);
  const placeholder = mix(readable, background, 0.05);
  return {
    background,
    text: readable,
    quiet: muted(readable, background),
    hairline: mix(readable, background, 0.16),
    accent,
    accentText: contrast(accent, background) >= ACCENT_TEXT_CONTRAST ? accent : readable,
    onAccent,
    quietOnAccent: muted(onAccent, accent),
    mat: MAT,
    placeholder,
    onPlaceholder: muted(readableOn(placeholder, readable), placeholder),
  };
}

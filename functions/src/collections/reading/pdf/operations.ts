/** The operations of a page that decide what is written and shown where, as a closed union. */
import type { Matrix } from './matrix.ts';

/** A glyph of a shown string. Widths are in glyph space, usually thousandths of the font size. */
export interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** How a constructed path is used. */
export type PathUse = 'stroke' | 'fill' | 'fill_stroke' | 'none';

export type Operation =
  | {
      op:
        | 'save'
        | 'restore'
        | 'begin_text'
        | 'next_line'
        | 'clip'
        | 'end_group'
        | 'end_content'
        | 'end_annotation';
    }
  | { op: 'transform'; matrix: Matrix }
  | { op: 'begin_form'; matrix: Matrix | null; bbox: Rectangle | null }
  | { op: 'begin_group'; matrix: Matrix | null; bbox: Rectangle | null; mask: boolean }
  | { op: 'begin_annotation'; rect: Rectangle | null; transform: Matrix; matrix: Matrix }
  | { op: 'begin_content'; tag: string; properties: unknown }
  | { op: 'font'; font: FontSetting }
  | { op: 'text_matrix'; matrix: Matrix }
  | { op: 'move_text' | 'leading_move_text'; x: number; y: number }
  | { op: NumberSetting; value: number }
  | { op: 'graphics_state'; line_width: number | null; fill_alpha: number | null; font: FontSetting | null }
  | { op: 'fill_color' | 'stroke_color'; color: string | null }
  | { op: 'fill_pattern'; pattern: TilingPattern | null }
  | { op: 'show_text'; glyphs: readonly (Glyph | number)[] }
  | { op: 'path'; use: PathUse; commands: Float32Array | null; bounds: Rectangle }
  | { op: 'image'; image: ImageReference; transforms: readonly Matrix[] };

export interface FontSetting {
  name: string;
  size: number;
}

export type Rectangle = readonly [x0: number, y0: number, x1: number, y1: number];

export type PlainOperation =
  | 'save'
  | 'restore'
  | 'begin_text'
  | 'next_line'
  | 'clip'
  | 'end_group'
  | 'end_content'
  | 'end_annotation';

export type NumberSetting =
  | 'character_spacing'
  | 'word_spacing'
  | 'horizontal_scale'
  | 'leading'
  | 'text_rise'
  | 'text_mode'
  | 'line_width';

/** A picture by its name among the objects of the page, or given in place. Masks are stencils of one colour. */
export interface ImageReference {
  stencil: boolean;
  source: { name: string } | { data: unknown };
}

/** A drawing that fills an area. Office programs paint pictures in shapes this way. */
export interface TilingPattern {
  matrix: Matrix;
  bbox: Rectangle;
  operations: OperatorList;
}

/** The part of pdf.js's operator list that is read. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

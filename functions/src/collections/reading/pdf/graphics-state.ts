/** The part of PDF's graphics and text state that decides where things stand and how they look (ISO 32000-2, 8.4, 9.3). */
import type { Box } from '@docket/model/geometry';
import { IDENTITY, type Matrix, intersectBoxes, multiply, transformBox } from './matrix.ts';
import type { NumberSetting, Rectangle, TilingPattern } from './operations.ts';

export interface GraphicsState extends Readonly<Record<NumberSetting, number>> {
  /** From user space to points on the page as shown. */
  readonly matrix: Matrix;
  /** What is not clipped away, on the page; null when nothing is left. */
  readonly clip: Box | null;
  readonly fill_color: string | null;
  readonly stroke_color: string | null;
  readonly pattern: TilingPattern | null;
  /** 0 is transparent, 1 opaque. */
  readonly fill_alpha: number;
  readonly font: string | null;
  readonly font_size: number;
}

/** The state in which a page begins. `matrix` leads from its user space to points as shown. */
export function initialState(matrix: Matrix, page: Box): GraphicsState {
  return {
    matrix,
    clip: page,
    fill_color: '#000000',
    stroke_color: '#000000',
    pattern: null,
    fill_alpha: 1,
    font: null,
    font_size: 0,
    character_spacing: 0,
    word_spacing: 0,
    horizontal_scale: 100,
    leading: 0,
    text_rise: 0,
    text_mode: 0,
    line_width: 1,
  };
}

/** Moves into a form or group: its own matrix, clipped to its box. */
export function entered(state: GraphicsState, matrix: Matrix | null, bbox: Rectangle | null): GraphicsState {
  const inner = { ...state, matrix: multiply(state.matrix, matrix ?? IDENTITY) };
  return bbox === null ? inner : clipped(inner, bbox);
}

/** Clips to the upright box around a rectangle of user space: exact for the frames that layout programs draw. */
export function clipped(state: GraphicsState, [x0, y0, x1, y1]: Rectangle): GraphicsState {
  const box = transformBox(state.matrix, x0, y0, x1, y1);
  return { ...state, clip: state.clip === null ? null : intersectBoxes(state.clip, box) };
}

/** Position inside a text object: the text matrix and the offset of the next glyph within it. */
export class TextCursor {
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  #lineX = 0;
  #lineY = 0;

  /** Starts a text object or sets its matrix. */
  reset(matrix: Matrix = IDENTITY): void {
    this.matrix = matrix;
    this.x = this.#lineX = 0;
    this.y = this.#lineY = 0;
  }

  /** Moves to the start of another line, relative to the start of this one. */
  move(x: number, y: number): void {
    this.x = this.#lineX += x;
    this.y = this.#lineY += y;
  }
}

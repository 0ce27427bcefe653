/**
 * Plays back what a page paints and reports it in points of the page as shown: glyphs, paths and pictures with their
 * transformation and clip. Follows forms, groups, annotations, hidden layers and pictures used as a pattern.
 */
import type { Box } from '@docket/model/geometry';
import { type GraphicsState, TextCursor, clipped, entered, initialState } from './graphics-state.ts';
import { type Matrix, multiply } from './matrix.ts';
import { readOperations } from './read-operations.ts';
import {
  type Glyph,
  type ImageReference,
  type Operation,
  type OperatorList,
  type PathUse,
} from './operations.ts';

/** One string shown: glyphs and, between them, adjustments in thousandths of the font size. */
export interface ShownText {
  glyphs: readonly (Glyph | number)[];
  state: GraphicsState;
  /** From text space, at the pen's position, to points on the page. */
  matrix: Matrix;
  /** False for text of a hidden layer or outside the clip: it only moves the pen. */
  visible: boolean;
}

export interface PaintedPath {
  use: PathUse;
  commands: Float32Array;
  state: GraphicsState;
}

/** A picture painted into the unit square of `matrix`. */
export interface PaintedImage {
  image: ImageReference;
  matrix: Matrix;
  state: GraphicsState;
}

/** Told what is painted, in painting order. `text` returns the advance of the pen in text space. */
export interface PageVisitor {
  text?: (shown: ShownText) => number;
  path?: (path: PaintedPath) => void;
  image?: (image: PaintedImage) => void;
}

export interface PageFrame {
  /** From the page's user space to points as shown, rotation included. */
  matrix: Matrix;
  box: Box;
  /** Whether marked content is shown: layers can be switched off. */
  isVisible: (tag: string, properties: unknown) => boolean;
}

/** A pattern inside a pattern is followed this far. */
const PATTERN_DEPTH = 2;

export function walkPage(list: OperatorList, frame: PageFrame, visitor: PageVisitor): void {
  new PageWalk(frame, visitor, initialState(frame.matrix, frame.box), 0).play(list);
}

class PageWalk {
  readonly #frame: PageFrame;
  readonly #visitor: PageVisitor;
  readonly #initial: GraphicsState;
  readonly #depth: number;
  readonly #saved: GraphicsState[] = [];
  readonly #cursor = new TextCursor();
  /** For each open marked content, whether it hides what it holds. */
  readonly #content: boolean[] = [];
  #hidden = 0;
  /** Open groups, counted from the one that is a soft mask: its paint is transparency, not content. */
  #maskGroups = 0;
  #clipPending = false;
  #state: GraphicsState;

  constructor(frame: PageFrame, visitor: PageVisitor, initial: GraphicsState, depth: number) {
    this.#frame = frame;
    this.#visitor = visitor;
    this.#initial = initial;
    this.#state = initial;
    this.#depth = depth;
  }

  play(list: OperatorList): void {
    for (const operation of readOperations(list)) this.#apply(operation);
  }

  get #shown(): boolean {
    return this.#hidden === 0 && this.#maskGroups === 0 && this.#state.clip !== null;
  }

  #apply(operation: Operation): void {
    switch (operation.op) {
      case 'save':
        this.#saved.push(this.#state);
        return;
      case 'restore':
      case 'end_annotation':
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case 'transform':
        this.#set({ matrix: multiply(this.#state.matrix, operation.matrix) });
        return;
      case 'begin_form':
        this.#saved.push(this.#state);
        this.#state = entered(this.#state, operation.matrix, operation.bbox);
        return;
      case 'begin_group':
        this.#saved.push(this.#state);
        if (operation.mask || this.#maskGroups > 0) this.#maskGroups += 1;
        if (operation.bbox !== null) this.#clipToGroup(operation.matrix, operation.bbox);
        return;
      case 'end_group':
        this.#state = this.#saved.pop() ?? this.#state;
        this.#maskGroups = Math.max(0, this.#maskGroups - 1);
        return;
      case 'begin_annotation':
        this.#beginAnnotation(operation);
        return;
      case 'begin_content': {
        const visible = this.#frame.isVisible(operation.tag, operation.properties);
        this.#content.push(!visible);
        if (!visible) this.#hidden += 1;
        return;
      }
      case 'end_content':
        if (this.#content.pop() === true) this.#hidden -= 1;
        return;
      case 'clip':
        this.#clipPending = true;
        return;
      case 'path':
        this.#path(operation);
        return;
      case 'image':
        for (const transform of operation.transforms) {
          this.#image(operation.image, multiply(this.#state.matrix, transform));
        }
        return;
      case 'fill_pattern':
        this.#set({ pattern: operation.pattern, fill_color: null });
        return;
      case 'fill_color':
        this.#set({ pattern: null, fill_color: operation.color });
        return;
      case 'stroke_color':
        this.#set({ stroke_color: operation.color });
        return;
      case 'font':
        this.#set({ font: operation.font.name, font_size: operation.font.size });
        return;
      case 'graphics_state':
        this.#setGraphicsState(operation);
        return;
      case 'begin_text':
        this.#cursor.reset();
        return;
      case 'text_matrix':
        this.#cursor.reset(operation.matrix);
        return;
      case 'leading_move_text':
        this.#set({ leading: -operation.y });
        this.#cursor.move(operation.x, operation.y);
        return;
      case 'move_text':
        this.#cursor.move(operation.x, operation.y);
        return;
      case 'next_line':
        this.#cursor.move(0, -this.#state.leading);
        return;
      case 'show_text':
        this.#showText(operation.glyphs);
        return;
      case 'character_spacing':
      case 'word_spacing':
      case 'horizontal_scale':
      case 'leading':
      case 'text_rise':
      case 'text_mode':
      case 'line_width':
        this.#state = { ...this.#state, [operation.op]: operation.value };
    }
  }

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #setGraphicsState({ line_width, fill_alpha, font }: Extract<Operation, { op: 'graphics_state' }>): void {
    if (line_width !== null) this.#set({ line_width });
    if (fill_alpha !== null) this.#set({ fill_alpha });
    if (font !== null) this.#set({ font: font.name, font_size: font.size });
  }

  /** The group's matrix places its box only; the form inside applies it again to its content. */
  #clipToGroup(matrix: Matrix | null, bbox: Parameters<typeof clipped>[1]): void {
    this.#set({ clip: entered(this.#state, matrix, bbox).clip });
  }

  #beginAnnotation({ rect, transform, matrix }: Extract<Operation, { op: 'begin_annotation' }>): void {
    this.#saved.push(this.#state);
    const within = multiply(multiply(this.#initial.matrix, transform), matrix);
    const page = rect === null ? this.#initial : clipped(this.#initial, rect);
    this.#state = { ...page, matrix: within };
  }

  #path({ use, commands, bounds }: Extract<Operation, { op: 'path' }>): void {
    if (this.#shown && commands !== null && use !== 'none') {
      this.#visitor.path?.({ use, commands, state: this.#state });
      if (use !== 'stroke' && this.#state.pattern !== null) this.#fillWithPattern(bounds);
    }
    if (this.#clipPending) this.#state = clipped(this.#state, bounds);
    this.#clipPending = false;
  }

  #fillWithPattern(bounds: Parameters<typeof clipped>[1]): void {
    const pattern = this.#state.pattern;
    if (pattern === null || this.#depth >= PATTERN_DEPTH) return;
    const area = clipped(this.#state, bounds);
    const start = { ...area, pattern: null, matrix: multiply(this.#initial.matrix, pattern.matrix) };
    const { image } = this.#visitor;
    if (image === undefined) return;
    new PageWalk(this.#frame, { image }, start, this.#depth + 1).play(pattern.operations);
  }

  #image(image: ImageReference, matrix: Matrix): void {
    if (this.#shown) this.#visitor.image?.({ image, matrix, state: this.#state });
  }

  #showText(glyphs: readonly (Glyph | number)[]): void {
    if (this.#visitor.text === undefined || this.#state.font === null || this.#state.font_size === 0) return;
    const { text_rise, matrix } = this.#state;
    const origin = multiply(this.#cursor.matrix, [1, 0, 0, 1, this.#cursor.x, this.#cursor.y + text_rise]);
    this.#cursor.x += this.#visitor.text({
      glyphs,
      state: this.#state,
      matrix: multiply(matrix, origin),
      visible: this.#shown,
    });
  }
}

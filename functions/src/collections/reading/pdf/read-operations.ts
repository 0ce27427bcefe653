/**
 * Reads the operator list of a page. pdf.js hands over numbers and loosely typed arguments; malformed operations are left
 * out.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './matrix.ts';
import type {
  FontSetting,
  Glyph,
  ImageReference,
  NumberSetting,
  Operation,
  OperatorList,
  PathUse,
  PlainOperation,
  Rectangle,
  TilingPattern,
} from './operations.ts';

/** Once over a list. */
export function* readOperations(list: OperatorList): Generator<Operation> {
  for (const [index, code] of list.fnArray.entries()) {
    const decode = DECODERS.get(code);
    if (decode === undefined) continue;
    const given = list.argsArray[index];
    const operation = decode(Array.isArray(given) ? given : []);
    if (operation !== null) yield operation;
  }
}

type Arguments = readonly unknown[];
type Decoder = (args: Arguments) => Operation | null;

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function numbers(value: unknown): number[] | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const list = Array.from(value, number);
  return list.every((entry) => entry !== null) ? list : null;
}

function toMatrix(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbers(value) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return e === undefined || f === undefined ? null : [a, b, c, d, e, f];
}

function toRectangle(value: unknown): Rectangle | null {
  const [x0, y0, x1, y1] = numbers(value) ?? [];
  return x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined
    ? null
    : [x0, y0, x1, y1];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const plain =
  (op: PlainOperation): Decoder =>
  () => ({ op });

const setting =
  (op: NumberSetting): Decoder =>
  ([given]) => {
    const value = number(given);
    return value === null ? null : { op, value };
  };

const move =
  (op: 'move_text' | 'leading_move_text'): Decoder =>
  (args) => {
    const [x, y] = numbers(args) ?? [];
    return x === undefined || y === undefined ? null : { op, x, y };
  };

const color =
  (op: 'fill_color' | 'stroke_color'): Decoder =>
  ([given]) => ({ op, color: typeof given === 'string' && /^#[0-9a-f]{6}$/.test(given) ? given : null });

function graphicsState([states]: Arguments): Operation {
  const given = new Map<unknown, unknown>();
  for (const state of Array.isArray(states) ? states : []) {
    if (Array.isArray(state)) given.set(state[0], state[1]);
  }
  const font = given.get('Font');
  return {
    op: 'graphics_state',
    line_width: number(given.get('LW')),
    fill_alpha: number(given.get('ca')),
    font: Array.isArray(font) ? toFont(font) : null,
  };
}

function toFont([name, size]: Arguments): FontSetting | null {
  const points = number(size);
  return typeof name === 'string' && points !== null ? { name, size: points } : null;
}

function font(args: Arguments): Operation | null {
  const setting = toFont(args);
  return setting === null ? null : { op: 'font', font: setting };
}

function isGlyph(value: unknown): value is Glyph {
  return typeof property(value, 'unicode') === 'string' && typeof property(value, 'width') === 'number';
}

function showText([given]: Arguments): Operation | null {
  if (!Array.isArray(given)) return null;
  const list: unknown[] = given;
  return { op: 'show_text', glyphs: list.filter((entry) => typeof entry === 'number' || isGlyph(entry)) };
}

const PATH_USES = new Map<unknown, PathUse>([
  [OPS.stroke, 'stroke'],
  [OPS.closeStroke, 'stroke'],
  [OPS.fill, 'fill'],
  [OPS.eoFill, 'fill'],
  [OPS.fillStroke, 'fill_stroke'],
  [OPS.eoFillStroke, 'fill_stroke'],
  [OPS.closeFillStroke, 'fill_stroke'],
  [OPS.closeEOFillStroke, 'fill_stroke'],
]);

function path([use, data, minMax]: Arguments): Operation {
  const commands: unknown = Array.isArray(data) ? data[0] : null;
  return {
    op: 'path',
    use: PATH_USES.get(use) ?? 'none',
    commands: commands instanceof Float32Array ? commands : null,
    bounds: toRectangle(minMax) ?? [0, 0, 0, 0],
  };
}

function fillPattern([kind, , operations, matrix, bbox]: Arguments): Operation {
  const fnArray = property(operations, 'fnArray');
  const argsArray = property(operations, 'argsArray');
  const box = toRectangle(bbox);
  if (kind !== 'TilingPattern' || box === null || !Array.isArray(argsArray)) {
    return { op: 'fill_pattern', pattern: null };
  }
  const pattern: TilingPattern = {
    matrix: toMatrix(matrix) ?? [1, 0, 0, 1, 0, 0],
    bbox: box,
    operations: { fnArray: numbers(fnArray) ?? [], argsArray },
  };
  return { op: 'fill_pattern', pattern };
}

const UNIT: readonly Matrix[] = [[1, 0, 0, 1, 0, 0]];

function repeated(stencil: boolean, given: unknown, grid: readonly unknown[]): Operation | null {
  const source = imageSource(given);
  const [scaleX, skewX, skewY, scaleY] = numbers(grid.slice(0, 4)) ?? [];
  const positions = numbers(grid[4]);
  if (source === null || positions === null) return null;
  if (scaleX === undefined || skewX === undefined || skewY === undefined || scaleY === undefined) return null;
  const transforms: Matrix[] = [];
  for (let index = 0; index + 1 < positions.length; index += 2) {
    transforms.push([scaleX, skewX, skewY, scaleY, positions[index] ?? 0, positions[index + 1] ?? 0]);
  }
  return { op: 'image', image: { stencil, source }, transforms };
}

function imageSource(given: unknown): ImageReference['source'] | null {
  if (typeof given === 'string') return { name: given };
  const data = property(given, 'data');
  if (typeof data === 'string') return { name: data };
  return data === undefined ? null : { data: given };
}

const single =
  (stencil: boolean): Decoder =>
  ([given]) => {
    const source = imageSource(given);
    return source === null ? null : { op: 'image', image: { stencil, source }, transforms: UNIT };
  };

const DECODERS = new Map<number, Decoder>([
  [OPS.save, plain('save')],
  [OPS.restore, plain('restore')],
  [OPS.beginText, plain('begin_text')],
  [OPS.nextLine, plain('next_line')],
  [OPS.clip, plain('clip')],
  [OPS.eoClip, plain('clip')],
  [OPS.endGroup, plain('end_group')],
  [OPS.endMarkedContent, plain('end_content')],
  [OPS.endAnnotation, plain('end_annotation')],
  [OPS.paintFormXObjectEnd, plain('restore')],
  [
    OPS.transform,
    (args) => {
      const matrix = toMatrix(args);
      return matrix === null ? null : { op: 'transform', matrix };
    },
  ],
  [
    OPS.paintFormXObjectBegin,
    ([matrix, bbox]) => ({ op: 'begin_form', matrix: toMatrix(matrix), bbox: toRectangle(bbox) }),
  ],
  [
    OPS.beginGroup,
    ([group]) => ({
      op: 'begin_group',
      matrix: toMatrix(property(group, 'matrix')),
      bbox: toRectangle(property(group, 'bbox')),
      mask: Boolean(property(group, 'smask')),
    }),
  ],
  [
    OPS.beginAnnotation,
    ([, rect, transform, matrix]) => ({
      op: 'begin_annotation',
      rect: toRectangle(rect),
      transform: toMatrix(transform) ?? [1, 0, 0, 1, 0, 0],
      matrix: toMatrix(matrix) ?? [1, 0, 0, 1, 0, 0],
    }),
  ],
  [OPS.beginMarkedContent, ([tag]) => ({ op: 'begin_content', tag: String(tag), properties: null })],
  [
    OPS.beginMarkedContentProps,
    ([tag, properties]) => ({ op: 'begin_content', tag: String(tag), properties }),
  ],
  [OPS.setFont, font],
  [
    OPS.setTextMatrix,
    ([given]) => {
      const matrix = toMatrix(given);
      return matrix === null ? null : { op: 'text_matrix', matrix };
    },
  ],
  [OPS.moveText, move('move_text')],
  [OPS.setLeadingMoveText, move('leading_move_text')],
  [OPS.setCharSpacing, setting('character_spacing')],
  [OPS.setWordSpacing, setting('word_spacing')],
  [OPS.setHScale, setting('horizontal_scale')],
  [OPS.setLeading, setting('leading')],
  [OPS.setTextRise, setting('text_rise')],
  [OPS.setTextRenderingMode, setting('text_mode')],
  [OPS.setLineWidth, setting('line_width')],
  [OPS.setGState, graphicsState],
  [OPS.setFillRGBColor, color('fill_color')],
  [OPS.setFillTransparent, color('fill_color')],
  [OPS.setFillColorN, fillPattern],
  [OPS.setStrokeRGBColor, color('stroke_color')],
  [OPS.setStrokeTransparent, color('stroke_color')],
  [OPS.showText, showText],
  [OPS.constructPath, path],
  [OPS.paintImageXObject, single(false)],
  [OPS.paintInlineImageXObject, single(false)],
  [OPS.paintImageMaskXObject, single(true)],
  [OPS.paintImageXObjectRepeat, ([name, x, y, positions]) => repeated(false, name, [x, 0, 0, y, positions])],
  [OPS.paintImageMaskXObjectRepeat, ([image, ...grid]) => repeated(true, image, grid)],
]);

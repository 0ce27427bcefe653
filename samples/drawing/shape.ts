/**
 * Outlines of drawn garments: plain values that can be mirrored, closed into a symmetric outline and written as SVG.
 * Coordinates are pixels on a canvas whose vertical middle line is x = 0, y grows downwards.
 */

export type Point = readonly [x: number, y: number];

/** One piece of an outline: a straight line, or a cubic Bézier curve with its two control points. */
export interface Step {
  to: Point;
  via?: readonly [Point, Point];
}

export interface Shape {
  start: Point;
  steps: readonly Step[];
  closed: boolean;
}

export function line(x: number, y: number): Step {
  return { to: [x, y] };
}

export function curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): Step {
  return {
    to: [x, y],
    via: [
      [ax, ay],
      [bx, by],
    ],
  };
}

export function open(start: Point, ...steps: Step[]): Shape {
  return { start, steps, closed: false };
}

export function closed(start: Point, ...steps: Step[]): Shape {
  return { start, steps, closed: true };
}

const flip = ([x, y]: Point): Point => [-x, y];

/** The same shape on the other side of the middle line. */
export function mirrored(shape: Shape): Shape {
  return {
    ...shape,
    start: flip(shape.start),
    steps: shape.steps.map((step) => ({
      to: flip(step.to),
      ...(step.via && { via: [flip(step.via[0]), flip(step.via[1])] as const }),
    })),
  };
}

/** Both halves of a pair: right, then left. */
export function pair(shape: Shape): [Shape, Shape] {
  return [shape, mirrored(shape)];
}

/** Walks the same line from its end to its start. */
function reversed(shape: Shape): Shape {
  const points = [shape.start, ...shape.steps.map((step) => step.to)];
  const steps = shape.steps.map(
    (step, index): Step => ({
      to: points[index] ?? shape.start,
      ...(step.via && { via: [step.via[1], step.via[0]] as const }),
    }),
  );
  return { ...shape, start: points.at(-1) ?? shape.start, steps: steps.toReversed() };
}

/** The right half, drawn from top to bottom on the middle line, closed through its mirror image. */
export function symmetric(start: Point, ...steps: Step[]): Shape {
  const right = open(start, ...steps);
  const left = reversed(mirrored(right));
  return { start, steps: [...steps, line(...left.start), ...left.steps], closed: true };
}

export function rectangle(x: number, y: number, width: number, height: number, radius = 0): Shape {
  const right = x + width;
  const bottom = y + height;
  const r = Math.min(radius, width / 2, height / 2);
  return closed(
    [x + r, y],
    line(right - r, y),
    curve(right, y, right, y, right, y + r),
    line(right, bottom - r),
    curve(right, bottom, right, bottom, right - r, bottom),
    line(x + r, bottom),
    curve(x, bottom, x, bottom, x, bottom - r),
    line(x, y + r),
    curve(x, y, x, y, x + r, y),
  );
}

/** A copy moved by `dx` and `dy` after being scaled and turned by `degrees` around the canvas origin. */
export function placed(shape: Shape, { dx = 0, dy = 0, scale = 1, degrees = 0 }): Shape {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const move = ([x, y]: Point): Point => [x * cos - y * sin + dx, x * sin + y * cos + dy];
  return {
    ...shape,
    start: move(shape.start),
    steps: shape.steps.map((step) => ({
      to: move(step.to),
      ...(step.via && { via: [move(step.via[0]), move(step.via[1])] as const }),
    })),
  };
}

const number = (value: number) => String(Math.round(value * 10) / 10);
const pointData = (point: Point) => `${number(point[0])} ${number(point[1])}`;

/** The `d` attribute of an SVG path. */
export function pathData(shape: Shape): string {
  const steps = shape.steps.map((step) =>
    step.via
      ? `C${pointData(step.via[0])} ${pointData(step.via[1])} ${pointData(step.to)}`
      : `L${pointData(step.to)}`,
  );
  return `M${pointData(shape.start)}${steps.join('')}${shape.closed ? 'Z' : ''}`;
}

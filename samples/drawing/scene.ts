/**
 * Puts a drawn garment on a surface with light, folds and shadow, so that it looks like a flat-lay picture.
 * A drawing is an ordered list of layers; a look says which cloth each of them is made of.
 */
import { brightness, darker, lighter } from './colour.ts';
import { pathData, type Point, type Shape } from './shape.ts';
import { type Weave, weavePattern } from './weave.ts';

/** What a layer is made of. `inside` is the darker inner side of the main cloth. */
type Cloth = 'main' | 'trim' | 'inside' | 'sole' | 'metal';

export type Layer =
  | { kind: 'piece'; shape: Shape; cloth: Cloth; grain?: number; folds?: readonly Shape[] }
  | { kind: 'seam'; shape: Shape }
  | { kind: 'stitch'; shape: Shape }
  | { kind: 'cord'; shape: Shape; cloth: Cloth; width: number }
  | { kind: 'button'; at: Point; radius: number };

export type Drawing = readonly Layer[];

export interface ClothLook {
  color: string;
  weave: Weave;
}

export interface Look {
  main: ClothLook;
  trim: ClothLook;
}

/** The surface below the garment: two corners of a gradient. */
export interface Surface {
  from: string;
  to: string;
}

/** Size of the picture in pixels, and the band of the canvas that fills its height. */
export interface Frame {
  width: number;
  height: number;
  top: number;
  bottom: number;
}

/** The part of the canvas that every garment fits into. */
export const FULL_CANVAS = { top: 0, bottom: 1080 } as const;

function clothLook(cloth: Cloth, look: Look): ClothLook {
  switch (cloth) {
    case 'main':
      return look.main;
    case 'trim':
      return look.trim;
    case 'inside':
      return { color: darker(look.main.color, 0.42), weave: { kind: 'twill' } };
    case 'sole':
      return { color: '#2a2624', weave: { kind: 'plain' } };
    case 'metal':
      return { color: '#b7a27a', weave: { kind: 'plain' } };
  }
}

function fold(shape: Shape, color: string): string {
  const dark = brightness(color) < 0.25;
  const d = pathData(shape);
  return (
    `<path d="${d}" fill="none" stroke="#000" stroke-opacity="${dark ? 0.5 : 0.24}" stroke-width="15" filter="url(#soft)"/>` +
    `<path d="${d}" transform="translate(-11 -4)" fill="none" stroke="#fff" stroke-opacity="${dark ? 0.14 : 0.3}" stroke-width="11" filter="url(#soft)"/>`
  );
}

function piece(layer: Extract<Layer, { kind: 'piece' }>, look: Look, id: number): string {
  const { color, weave } = clothLook(layer.cloth, look);
  const dark = brightness(color) < 0.25;
  const d = pathData(layer.shape);
  return [
    `<clipPath id="c${id}"><path d="${d}"/></clipPath>`,
    weavePattern(`w${id}`, weave, color, layer.grain ?? 0),
    `<g clip-path="url(#c${id})">`,
    `<path d="${d}" fill="${color}"/><path d="${d}" fill="url(#w${id})"/><path d="${d}" fill="url(#light)"/>`,
    ...(layer.folds ?? []).map((shape) => fold(shape, color)),
    `<path d="${d}" fill="none" stroke="#000" stroke-opacity="${dark ? 0.55 : 0.3}" stroke-width="22" filter="url(#soft)"/>`,
    `<path d="${d}" fill="none" stroke="${lighter(color, 0.4)}" stroke-opacity="${dark ? 0.28 : 0.12}" stroke-width="5" filter="url(#crisp)"/>`,
    '</g>',
    `<path d="${d}" fill="none" stroke="${darker(color, 0.6)}" stroke-opacity="0.6" stroke-width="1.6" stroke-linejoin="round"/>`,
  ].join('');
}

function button(at: Point, radius: number, color: string): string {
  const [x, y] = at;
  const hole = (dx: number, dy: number) =>
    `<circle cx="${x + dx * radius}" cy="${y + dy * radius}" r="${radius * 0.13}" fill="${darker(color, 0.7)}"/>`;
  return [
    `<circle cx="${x + 2}" cy="${y + 4}" r="${radius}" fill="#000" fill-opacity="0.4" filter="url(#crisp)"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color}" stroke="${darker(color, 0.5)}" stroke-width="1.2"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius * 0.68}" fill="none" stroke="${darker(color, 0.35)}" stroke-width="1.2"/>`,
    hole(-0.25, -0.25),
    hole(0.25, -0.25),
    hole(-0.25, 0.25),
    hole(0.25, 0.25),
  ].join('');
}

function layerSvg(layer: Layer, look: Look, id: number): string {
  const main = look.main.color;
  switch (layer.kind) {
    case 'piece':
      return piece(layer, look, id);
    case 'seam':
      return `<path d="${pathData(layer.shape)}" fill="none" stroke="${darker(main, 0.65)}" stroke-opacity="0.6" stroke-width="2"/>`;
    case 'stitch': {
      const thread = brightness(main) > 0.5 ? darker(main, 0.35) : lighter(main, 0.35);
      return `<path d="${pathData(layer.shape)}" fill="none" stroke="${thread}" stroke-opacity="0.75" stroke-width="1.7" stroke-dasharray="6 4"/>`;
    }
    case 'cord': {
      const { color } = clothLook(layer.cloth, look);
      const d = pathData(layer.shape);
      const drawn = (tone: string, width: number, dx: number) =>
        `<path d="${d}" transform="translate(${dx} ${dx})" fill="none" stroke="${tone}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
      return (
        drawn(darker(color, 0.5), layer.width + 2, 0) +
        drawn(color, layer.width, 0) +
        drawn(lighter(color, 0.22), layer.width * 0.3, -layer.width * 0.14)
      );
    }
    case 'button':
      return button(layer.at, layer.radius, look.trim.color);
  }
}

function silhouette(drawing: Drawing): string {
  return drawing
    .map((layer) => {
      if (layer.kind === 'piece') return `<path d="${pathData(layer.shape)}"/>`;
      if (layer.kind === 'cord') {
        return `<path d="${pathData(layer.shape)}" fill="none" stroke="#1c1712" stroke-width="${layer.width}"/>`;
      }
      return '';
    })
    .join('');
}

const blur = (id: string, deviation: number) =>
  `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

/** The whole picture as SVG text. Pure: the same arguments give the same text. */
export function sceneSvg(drawing: Drawing, look: Look, surface: Surface, frame: Frame): string {
  const canvas = frame.bottom - frame.top;
  const width = (frame.width / frame.height) * canvas;
  const left = -width / 2;
  const view = `x="${left}" y="${frame.top}" width="${width}" height="${canvas}"`;
  const shadow = silhouette(drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" viewBox="${left} ${frame.top} ${width} ${canvas}">`,
    '<defs>',
    blur('soft', 9),
    blur('crisp', 2.4),
    blur('ground', 26),
    '<linearGradient id="light" x1="0" y1="0" x2="1" y2="0.9"><stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.2"/></linearGradient>',
    `<linearGradient id="surface" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${surface.from}"/><stop offset="1" stop-color="${surface.to}"/></linearGradient>`,
    '<radialGradient id="glow" cx="0.36" cy="0.3" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>',
    '</defs>',
    `<rect ${view} fill="url(#surface)"/>`,
    `<rect ${view} fill="url(#glow)"/>`,
    `<g transform="translate(16 30)" fill="#1c1712" opacity="0.3" filter="url(#ground)">${shadow}</g>`,
    `<g transform="translate(4 8)" fill="#1c1712" opacity="0.3" filter="url(#soft)">${shadow}</g>`,
    ...drawing.map((layer, index) => layerSvg(layer, look, index)),
    '</svg>',
  ].join('');
}

/** What cloth looks like from a distance: SVG patterns for stripes, checks, ribs, cables, quilting and so on. */
import { brightness, darker, lighter } from './colour.ts';

export type Weave =
  | { kind: 'plain' }
  | { kind: 'leather' }
  | { kind: 'twill' }
  | { kind: 'denim' }
  | { kind: 'knit' }
  | { kind: 'boucle' }
  | { kind: 'rib'; pitch: number }
  | { kind: 'cable' }
  | { kind: 'cord' }
  | { kind: 'quilt' }
  | { kind: 'herringbone' }
  | { kind: 'stripe'; color: string; width: number; gap: number }
  | { kind: 'pinstripe'; color: string; gap: number }
  | { kind: 'check'; color: string; size: number; accent?: string }
  | { kind: 'fairisle'; color: string; accent: string }
  | { kind: 'dots'; color: string };

interface Tile {
  width: number;
  height: number;
  svg: string;
}

const stroke = (d: string, color: string, width: number, opacity: number) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-opacity="${opacity}"/>`;
const bar = (x: number, y: number, width: number, height: number, color: string, opacity: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}" fill-opacity="${opacity}"/>`;

function ribs(pitch: number, low: string, high: string): Tile {
  const edge = bar(0, 0, pitch * 0.22, 8, low, 0.75) + bar(pitch * 0.22, 0, pitch * 0.14, 8, low, 0.3);
  return { width: pitch, height: 8, svg: edge + bar(pitch * 0.55, 0, pitch * 0.25, 8, high, 0.35) };
}

function knitted(low: string, high: string): Tile {
  const v = stroke('M0 0L5 7L10 0', low, 1.6, 0.4) + stroke('M0 3L5 10L10 3', high, 1.2, 0.25);
  return { width: 10, height: 9, svg: v };
}

function cables(low: string, high: string): Tile {
  const strand = (d: string) => stroke(d, low, 13, 0.28) + stroke(d, high, 7, 0.4);
  const twist =
    strand('M24 -10C24 14 64 26 64 50C64 74 24 86 24 110') +
    strand('M64 -10C64 14 24 26 24 50C24 74 64 86 64 110');
  const wells = bar(4, 0, 5, 100, low, 0.4) + bar(79, 0, 5, 100, low, 0.4);
  const side = Array.from({ length: 10 }, (_, row) =>
    stroke(`M88 ${row * 10}L99 ${row * 10 + 8}L110 ${row * 10}`, low, 1.6, 0.35),
  );
  return { width: 114, height: 100, svg: wells + twist + side.join('') };
}

function fairisle(color: string, accent: string, low: string): Tile {
  const diamonds = [0, 40].map(
    (x) => `<path d="M${x + 20} 60L${x + 36} 84L${x + 20} 108L${x + 4} 84Z" fill="${color}"/>`,
  );
  const cores = [20, 60].map((x) => `<rect x="${x - 5}" y="79" width="10" height="10" fill="${accent}"/>`);
  const dots = Array.from({ length: 8 }, (_, index) => bar(index * 10 + 2, 40, 5, 6, color, 1));
  const rows = bar(0, 20, 80, 6, accent, 0.9) + bar(0, 126, 80, 6, accent, 0.9);
  const loops = Array.from({ length: 18 }, (_, row) =>
    stroke(
      `M0 ${row * 10}L5 ${row * 10 + 7}L10 ${row * 10}L15 ${row * 10 + 7}L20 ${row * 10}L25 ${row * 10 + 7}L30 ${row * 10}L35 ${row * 10 + 7}L40 ${row * 10}L45 ${row * 10 + 7}L50 ${row * 10}L55 ${row * 10 + 7}L60 ${row * 10}L65 ${row * 10 + 7}L70 ${row * 10}L75 ${row * 10 + 7}L80 ${row * 10}`,
      low,
      1.4,
      0.3,
    ),
  );
  return {
    width: 80,
    height: 180,
    svg: diamonds.join('') + cores.join('') + dots.join('') + rows + loops.join(''),
  };
}

function tile(weave: Weave, base: string): Tile {
  const low = darker(base, brightness(base) > 0.5 ? 0.35 : 0.6);
  const high = lighter(base, brightness(base) > 0.5 ? 0.5 : 0.22);
  switch (weave.kind) {
    case 'plain':
      return { width: 4, height: 4, svg: bar(0, 0, 2, 2, high, 0.08) + bar(2, 2, 2, 2, low, 0.08) };
    case 'leather':
      return { width: 9, height: 7, svg: stroke('M0 3C3 1 5 6 9 3', low, 1, 0.12) };
    case 'twill':
      return {
        width: 7,
        height: 7,
        svg: stroke('M-1 8L8 -1', low, 1.6, 0.2) + stroke('M2 9L9 2', high, 1, 0.14),
      };
    case 'denim':
      return {
        width: 6,
        height: 6,
        svg:
          stroke('M-1 7L7 -1', high, 1.3, 0.32) +
          stroke('M-1 4L4 -1', low, 1, 0.3) +
          bar(0, 0, 1, 6, high, 0.1),
      };
    case 'knit':
      return knitted(low, high);
    case 'boucle': {
      const curl = (x: number, y: number) =>
        stroke(`M${x} ${y}c6 -7 12 2 5 6s-11 0 -7 -6`, low, 2, 0.3) +
        stroke(`M${x + 1} ${y - 2}c6 -6 10 2 4 5`, high, 2, 0.4);
      return { width: 26, height: 24, svg: curl(3, 7) + curl(16, 6) + curl(9, 18) + curl(20, 19) };
    }
    case 'rib':
      return ribs(weave.pitch, low, high);
    case 'cable':
      return cables(low, high);
    case 'cord':
      return { width: 9, height: 8, svg: bar(0, 0, 2.6, 8, low, 0.5) + bar(4.6, 0, 2.4, 8, high, 0.28) };
    case 'quilt': {
      const seam = 'M0 0L70 70M70 0L0 70';
      return { width: 70, height: 70, svg: stroke(seam, low, 9, 0.16) + stroke(seam, low, 2, 0.55) };
    }
    case 'herringbone': {
      const up = [0, 6, 12, 18, 24].map((y) => stroke(`M0 ${y}L13 ${y - 9}L26 ${y}`, high, 1.8, 0.34));
      const down = [3, 9, 15, 21].map((y) => stroke(`M0 ${y}L13 ${y - 9}L26 ${y}`, low, 1.6, 0.3));
      return { width: 26, height: 24, svg: up.join('') + down.join('') };
    }
    case 'stripe': {
      const { color, width, gap } = weave;
      return { width: 12, height: width + gap, svg: bar(0, 0, 12, width, color, 0.96) };
    }
    case 'pinstripe':
      return { width: weave.gap, height: 12, svg: bar(0, 0, 2.2, 12, weave.color, 0.8) };
    case 'check': {
      const { color, size, accent } = weave;
      const bands = bar(0, 0, size * 0.46, size, color, 0.55) + bar(0, 0, size, size * 0.46, color, 0.55);
      if (accent === undefined) return { width: size, height: size, svg: bands };
      const thin =
        bar(size * 0.7, 0, size * 0.05, size, accent, 0.9) +
        bar(0, size * 0.7, size, size * 0.05, accent, 0.9);
      return { width: size, height: size, svg: bands + thin };
    }
    case 'fairisle':
      return fairisle(weave.color, weave.accent, low);
    case 'dots': {
      const dot = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="4.4" fill="${weave.color}"/>`;
      return { width: 36, height: 36, svg: dot(9, 9) + dot(27, 27) };
    }
  }
}

/** An SVG `<pattern>` named `id` to lay over `base`, turned by `grain` degrees: cloth follows a sleeve. */
export function weavePattern(id: string, weave: Weave, base: string, grain: number): string {
  const { width, height, svg } = tile(weave, base);
  return `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="rotate(${grain})">${svg}</pattern>`;
}

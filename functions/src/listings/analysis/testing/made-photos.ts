/** Photos that tests and measurements are made with: things with labels on them, and copies with faults. */
import sharp from '../../../collections/reading/pictures/sharp.ts';

/** What is printed on a made thing. */
export interface MadeLabel {
  brand: string;
  model: string;
  size: string;
}

/** Labels as products have them. */
export const MADE_LABELS: readonly MadeLabel[] = [
  { brand: 'NORDLICHT', model: 'KX-4410', size: '500 ml' },
  { brand: 'Fennimore', model: 'TR-220B', size: '30 x 40 cm' },
  { brand: 'BRAVIA', model: 'WH-1000XM4', size: '250 g' },
  { brand: 'Harbour', model: 'HV2601', size: 'EU 42' },
  { brand: 'KOLBEN', model: 'DX-75', size: '12 V' },
  { brand: 'Merino Co', model: 'MC-118', size: 'SIZE XL' },
  { brand: 'SOLANA', model: 'SL-9000', size: '1.5 l' },
  { brand: 'Castell', model: 'BT-360', size: '20 cm' },
  { brand: 'VELTRO', model: 'RS-12A', size: '750 ml' },
  { brand: 'Lindqvist', model: 'LQ-505', size: '100 g' },
];

const GROUNDS = ['#f4f1ea', '#dfe6ee', '#ffffff', '#e9e2d5', '#d7dcd2'] as const;
const THINGS = ['#a8232a', '#1f3d7a', '#2d6b3c', '#5b3a24', '#24242a'] as const;

/** A PNG of 1200 × 900 pixels: a coloured box with a printed label, on a plain ground. */
export async function photoOfLabel({ brand, model, size }: MadeLabel, index = 0): Promise<Buffer> {
  const ground = GROUNDS[index % GROUNDS.length] ?? '#ffffff';
  const thing = THINGS[index % THINGS.length] ?? '#333333';
  return svgToPng(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="900" fill="${ground}"/>
    <rect x="220" y="110" width="760" height="680" rx="30" fill="${thing}"/>
    <rect x="300" y="240" width="600" height="400" fill="#fbfaf6"/>
    <g font-family="DejaVu Sans, Arial, sans-serif" text-anchor="middle" fill="#151515">
      <text x="600" y="360" font-size="84" font-weight="bold">${brand}</text>
      <text x="600" y="470" font-size="56">${model}</text>
      <text x="600" y="570" font-size="48">${size}</text>
    </g>
  </svg>`);
}

/** A thing without words, of one colour, on a plain ground. */
export async function photoOfThing(colour: string, ground = '#f5f5f5'): Promise<Buffer> {
  return svgToPng(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">
    <rect width="1000" height="1000" fill="${ground}"/>
    <ellipse cx="500" cy="520" rx="300" ry="220" fill="${colour}"/>
  </svg>`);
}

/** Nothing but one colour. */
export async function blankPhoto(colour = '#fafafa'): Promise<Buffer> {
  return sharp({ create: { width: 1000, height: 800, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

const FAST = { compressionLevel: 1 } as const;

/** Copies of a photo, with the fault or the change that its name says. */
export const COPIES = {
  /** In shares of the longer edge. */
  blurred: async (photo, { long }) =>
    sharp(photo)
      .blur(long * 0.003)
      .png(FAST)
      .toBuffer(),
  'strongly blurred': async (photo, { long }) =>
    sharp(photo)
      .blur(long * 0.008)
      .png(FAST)
      .toBuffer(),
  dark: async (photo) => sharp(photo).linear(0.25, 0).png(FAST).toBuffer(),
  'burnt out': async (photo) => sharp(photo).linear(2.5, 60).png(FAST).toBuffer(),
  're-encoded': async (photo) => sharp(photo).jpeg({ quality: 40 }).toBuffer(),
  resized: async (photo, { width }) =>
    sharp(photo)
      .resize({ width: Math.round(width * 0.45) })
      .png(FAST)
      .toBuffer(),
  brightened: async (photo) => sharp(photo).linear(1.05, 4).png(FAST).toBuffer(),
  cropped: async (photo, { width, height }) =>
    sharp(photo)
      .extract({
        left: Math.round(width * 0.02),
        top: Math.round(height * 0.02),
        width: Math.round(width * 0.96),
        height: Math.round(height * 0.96),
      })
      .png(FAST)
      .toBuffer(),
  'cropped at one corner': async (photo, { width, height }) =>
    sharp(photo)
      .extract({ left: 0, top: 0, width: Math.round(width * 0.95), height: Math.round(height * 0.95) })
      .png(FAST)
      .toBuffer(),
} as const satisfies Record<
  string,
  (photo: Uint8Array, size: { width: number; height: number; long: number }) => Promise<Buffer>
>;
export type CopyKind = keyof typeof COPIES;

/** A copy of a photo, upright and on white. */
export async function copyOf(photo: Uint8Array, kind: CopyKind): Promise<Buffer> {
  const upright = await sharp(photo).autoOrient().flatten({ background: '#ffffff' }).png(FAST).toBuffer();
  const { width, height } = await sharp(upright).metadata();
  return COPIES[kind](upright, { width, height, long: Math.max(width, height) });
}

async function svgToPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png(FAST).toBuffer();
}

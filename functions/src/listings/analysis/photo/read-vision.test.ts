/** Photos read by the real client library, which talks to a server on this machine. */
import { DocketError } from '@docket/model/errors';
import { photoReportSchema } from '@docket/model/listing/suggestions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sharp from '../../../collections/reading/pictures/sharp.ts';
import { afterTest } from '../../../services/testing/local-server.ts';
import { FULL_ANSWER, colour, textOf, thing } from '../../../services/vision/testing/answers.ts';
import { annotated, visionServer } from '../../../services/vision/testing/vision-server.ts';
import { photoOfThing } from '../testing/made-photos.ts';
import { colourKind } from './colour-kind.ts';
import { reportPhoto } from '../suggest/report-photo.ts';
import { examinePhoto, measurePhoto } from './examine-photo.ts';
import { photoReadingSchema } from './photo-facts.ts';
import type { PreparedPhoto } from './photo-reader.ts';
import { preparePhoto } from './prepare-photo.ts';
import { openEmbeddedReader } from './read-embedded.ts';
import { openVisionReader } from './read-vision.ts';

const { signal } = new AbortController();

beforeEach(() => vi.stubEnv('METADATA_SERVER_DETECTION', 'none'));
afterEach(() => vi.unstubAllEnvs());

/** The reading of `photo` when the service says `annotations` of it, and what was sent. */
async function read(photo: PreparedPhoto, annotations: unknown) {
  const { arrived, options } = await visionServer(annotated(annotations));
  const reader = openVisionReader(async () => openEmbeddedReader(), options);
  afterTest(async () => await reader.close());
  const reading = photoReadingSchema.strict().parse(await reader.read(photo, signal));
  const jpeg = Buffer.from(arrived[0]?.sent.image.content ?? '', 'base64');
  return { reading, jpeg };
}

async function prepared(bytes: Uint8Array): Promise<PreparedPhoto> {
  return await preparePhoto({ id: 'bag', name: 'bag.png', bytes }, signal);
}

/** Stripes of many colours up to the edges, and a thing of one colour in the middle. */
async function onBusyGround(fill: string): Promise<PreparedPhoto> {
  const stripes = Array.from({ length: 40 }, (_, index) => {
    const ground = ['#2d6b3c', '#e8d34b', '#3357c4', '#111111', '#ffffff'][index % 5] ?? '';
    return `<rect x="${index * 30}" width="30" height="900" fill="${ground}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">${stripes.join('')}
    <rect x="300" y="225" width="600" height="450" fill="${fill}"/></svg>`;
  return await prepared(await sharp(Buffer.from(svg)).png().toBuffer());
}

const kindsOf = (colours: readonly { rgb: [number, number, number] }[]) =>
  colours.map(({ rgb }) => colourKind(rgb));

describe('what is sent', () => {
  it('is a JPEG of the photo, upright, on white and without metadata', async () => {
    const clear = { create: { width: 300, height: 200, channels: 4, background: '#00000000' } } as const;
    const bytes = await sharp(clear)
      .withExif({ IFD0: { ImageDescription: 'At home' } })
      .png()
      .toBuffer();
    const { jpeg } = await read(await prepared(bytes), {});
    const { format, width, height, exif } = await sharp(jpeg).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 300, height: 200 });
    const { channels } = await sharp(jpeg).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it('stays small, whatever the photo shows', async () => {
    const noise = {
      create: {
        width: 2600,
        height: 2600,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 90 },
      },
    } as const;
    const { jpeg } = await read(
      await prepared(await sharp(noise).png({ compressionLevel: 1 }).toBuffer()),
      {},
    );
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 1600, height: 1600 });
    expect(jpeg.length).toBeLessThan(3_000_000);
  });
});

describe('a reading', () => {
  it('says what the photo shows and what is written on it', async () => {
    const { reading } = await read(await onBusyGround('#a8232a'), FULL_ANSWER);
    expect(reading).toMatchObject({
      labels: [
        { text: 'Handbag', confidence: expect.closeTo(0.94, 5) },
        { text: 'Leather', confidence: expect.closeTo(0.81, 5) },
      ],
      objects: [{ text: 'Handbag', confidence: expect.closeTo(0.88, 5) }],
      lines: [
        { text: 'NORDLICHT', confidence: expect.closeTo(0.99, 5), height: expect.closeTo(0.1, 5) },
        { text: 'KX-4410', confidence: expect.closeTo(0.9, 5), height: expect.closeTo(0.05, 5) },
      ],
      coloursOfItem: true,
      safe: true,
    });
  });

  it('does without what is missing', async () => {
    const { reading } = await read(await onBusyGround('#a8232a'), {});
    expect(reading).toMatchObject({ labels: [], objects: [], lines: [], coloursOfItem: false, safe: null });
    expect(reading.colours).not.toEqual([]);
  });

  it('names a thing once that is there several times, as sure as the surest', async () => {
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.3 };
    const { reading } = await read(await onBusyGround('#a8232a'), {
      localizedObjectAnnotations: [
        thing('Shoe', 0.7, box),
        thing('Sock', 0.8, box),
        thing('Shoe', 0.9, { ...box, x: 0.6 }),
        thing('', 0.95, box),
      ],
    });
    expect(reading.objects.map(({ text }) => text)).toEqual(['Shoe', 'Sock']);
    expect(reading.objects[0]?.confidence).toBeCloseTo(0.9, 5);
  });

  it('gives the heights of letters in those of the photo, also when less of it is sent', async () => {
    const large = { create: { width: 3200, height: 1600, channels: 3, background: '#cccccc' } } as const;
    const photo = await prepared(await sharp(large).png().toBuffer());
    const box = { x: 10, y: 10, width: 300, height: 80 };
    const { reading } = await read(photo, textOf([{ text: 'LARGE', confidence: 0.9, box }]));
    expect(reading.lines[0]?.height).toBeCloseTo(80 / 800, 5);
  });

  it.each([
    ['VERY_LIKELY', 'VERY_UNLIKELY', false],
    ['UNLIKELY', 'LIKELY', false],
    ['POSSIBLE', 'POSSIBLE', true],
    ['UNKNOWN', 'LIKELY', false],
    ['UNKNOWN', 'UNLIKELY', null],
  ])('of nudity %s and violence %s: safe is %s', async (adult, violence, safe) => {
    const safeSearchAnnotation = { adult, violence, racy: 'VERY_LIKELY' };
    const { reading } = await read(await onBusyGround('#a8232a'), { safeSearchAnnotation });
    expect(reading.safe).toBe(safe);
  });
});

describe('colours', () => {
  const everywhere = [colour([30, 110, 60], 0.5), colour([20, 100, 50], 0.2), colour([250, 210, 40], 0.25)];
  const seen = { imagePropertiesAnnotation: { dominantColors: { colors: everywhere } } };
  const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

  it('are the item’s own before a plain background, whatever the service says', async () => {
    const { reading } = await read(await prepared(await photoOfThing('#1d4fd1')), seen);
    expect(reading.coloursOfItem).toBe(true);
    expect(kindsOf(reading.colours)).toEqual(['blue']);
  });

  it('are those at the place of the item where it is known', async () => {
    const { reading } = await read(await onBusyGround('#a8232a'), {
      ...seen,
      localizedObjectAnnotations: [thing('Handbag', 0.8, middle), thing('Person', 0.9, { ...middle, x: 0 })],
    });
    expect(reading.coloursOfItem).toBe(true);
    expect(kindsOf(reading.colours)).toEqual(['red']);
  });

  it('are those of the photo when several things may be meant, or none surely', async () => {
    for (const things of [
      [thing('Vase', 0.8, middle), thing('Table', 0.9, { ...middle, y: 0.5 })],
      [thing('Handbag', 0.4, middle)],
      [thing('Button', 0.9, { ...middle, width: 0.05, height: 0.05 })],
    ]) {
      const { reading } = await read(await onBusyGround('#a8232a'), {
        ...seen,
        localizedObjectAnnotations: things,
      });
      expect(reading.coloursOfItem).toBe(false);
      expect(kindsOf(reading.colours)).toEqual(['green', 'yellow']);
      expect(reading.colours[0]?.share).toBeCloseTo(0.7 / 0.95, 2);
    }
  });

  it('can be shown although the service says more than a screen can', async () => {
    const colors = [colour([300, -20, 12.6], 1)];
    const photo = await onBusyGround('#a8232a');
    const { reading } = await read(photo, { imagePropertiesAnnotation: { dominantColors: { colors } } });
    const report = photoReportSchema.parse(
      reportPhoto({ ...(await measurePhoto(photo)), reading }, [], 'en'),
    );
    expect(report).toMatchObject({ colours: [{ hex: '#ff000d' }] });
  });

  it('bear a place that reaches beyond the photo', async () => {
    const { reading } = await read(await onBusyGround('#a8232a'), {
      localizedObjectAnnotations: [thing('Handbag', 0.8, { x: -0.2, y: -0.1, width: 1.5, height: 1.4 })],
    });
    expect(reading.coloursOfItem).toBe(true);
  });
});

describe('a reader', () => {
  it('names the service that it calls, and throws that service’s errors', async () => {
    const { options } = await visionServer((response) => void response.writeHead(503).end());
    const reader = openVisionReader(async () => openEmbeddedReader(), options);
    afterTest(async () => await reader.close());
    expect(reader.service?.service).toEqual({ kind: 'vision', name: 'Google Cloud Vision' });
    const failure = await reader.read(await onBusyGround('#a8232a'), signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DocketError);
    expect(failure).toMatchObject({
      code: 'service_unavailable',
      facts: { service: reader.service?.service.name },
    });
  });

  it('leaves quality to be measured here', async () => {
    const { options } = await visionServer(annotated(FULL_ANSWER));
    const reader = openVisionReader(async () => openEmbeddedReader(), options);
    afterTest(async () => await reader.close());
    const facts = await examinePhoto(await onBusyGround('#a8232a'), reader, signal);
    expect(facts.quality.sharpness).toBeGreaterThan(0);
  });
});

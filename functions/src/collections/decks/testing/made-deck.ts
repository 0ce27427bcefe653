/** Decks for tests: laid out, with pictures that are plain surfaces, written into memory. */
import { Writable } from 'node:stream';
import { defaultDeckSettings, type DeckSettings } from '@docket/model/deck';
import type { DeckItem } from '@docket/model/deck/deck-items';
import { type DeckPages, layOutDeck } from '@docket/model/deck/lay-out';
import { plainItem } from '@docket/model/deck/testing/arbitraries';
import sharp from '../../reading/pictures/sharp.ts';
import { mediaName } from '../media.ts';
import type { WriteOptions } from '../write-options.ts';

/** Names in many scripts; the last one has characters that no font has. */
export const NAMES = [
  'Größe „Übergröße“ & <Co>',
  'Пальто шерстяное',
  '羽绒服 轻薄',
  'ダウン ジャケット',
  '울 코트',
  'Φούτερ με κουκούλα',
  'Łódź Żółty Ďábel',
  'Party 🎉 ไทย',
];

/** A deck with all of them, pictures shared by several items and a missing one. */
export function madeDeck(change: Partial<DeckSettings> = {}): DeckPages {
  const items: DeckItem[] = NAMES.map((name, index) =>
    plainItem(String(index), {
      name,
      category: index < 5 ? 'Mäntel & Jacken' : '外套',
      sizes: [{ size: '38', quantity: 2 }],
      quantity: 2,
      wholesale_price: 49.5,
      currency: 'EUR',
      image: index === 3 ? null : { image_id: `picture${index % 3}`, width: 300, height: 400 },
    }),
  );
  return layOutDeck({
    settings: {
      ...defaultDeckSettings({ name: 'Harbour & Vale', season: 'AW26' }),
      logo: { path: 'logo', token: 't', width: 200, height: 80 },
      highlighted: ['2'],
      ...change,
    },
    items,
    categories: ['Mäntel & Jacken', '外套'],
  });
}

/** What a writer makes of `deck`, and the pictures that it has asked for. */
export async function written(
  deck: DeckPages,
  write: (deck: DeckPages, out: Writable, options: WriteOptions) => Promise<void>,
  change: Partial<WriteOptions> = {},
): Promise<{ bytes: Uint8Array; asked: string[]; slides: number[] }> {
  const chunks: Buffer[] = [];
  const asked: string[] = [];
  const slides: number[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  out.on('finish', resolve).on('error', reject);
  const pictures = await surfaces();
  await write(deck, out, {
    properties: { title: deck.title, subject: 'AW26', createdAt: new Date('2026-08-01T10:20:30Z') },
    media: async (source) => {
      asked.push(mediaName(source));
      return Promise.resolve(source.kind === 'logo' ? pictures.logo : pictures.item);
    },
    signal: new AbortController().signal,
    onSlide: (done) => slides.push(done),
    ...change,
  });
  await ended;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), asked, slides };
}

async function surfaces(): Promise<{ item: Uint8Array; logo: Uint8Array }> {
  const surface = (width: number, height: number, alpha: number) =>
    sharp({ create: { width, height, channels: 4, background: { r: 180, g: 140, b: 110, alpha } } });
  return {
    item: await surface(300, 400, 1).flatten().jpeg().toBuffer(),
    logo: await surface(200, 80, 0.5).png().toBuffer(),
  };
}

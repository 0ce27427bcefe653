/** What somebody has typed about an item, apart from what is stored of it, and what is wrong with it. Pure. */
import { normalSku } from '@docket/model/inventory/generate-sku';
import { LIMITS } from '@docket/model/limits';
import type { DescribedItem } from '@docket/model/commands/inventory-commands';
import { addressList } from '@docket/model/upload/address-list';

/** Where the picture comes from. */
export type PictureChoice =
  | { kind: 'none' }
  /** As it is stored. */
  | { kind: 'stored'; imageId: string | null; url: string | null }
  /** A file of this person, and the image that it becomes. */
  | { kind: 'file'; file: File; imageId: string }
  /** As typed. */
  | { kind: 'address'; text: string };

/** As typed: a number of pieces, or the beginning of one. */
export type Typed = string | number;

export interface ItemDraft {
  name: string;
  description: string;
  sku: string;
  category: string;
  /** `default`: nobody has said one. */
  place: { kind: 'default' } | { kind: 'said'; id: string | null };
  /** What is in stock at the beginning; of new items only. */
  quantity: Typed;
  /** Empty for never. */
  level: Typed;
  /** Empty for not known. */
  reorderQuantity: Typed;
  picture: PictureChoice;
}

export const NEW_DRAFT: ItemDraft = {
  name: '',
  description: '',
  sku: '',
  category: '',
  place: { kind: 'default' },
  quantity: 0,
  level: '',
  reorderQuantity: '',
  picture: { kind: 'none' },
};

/** The draft that says what is stored. */
export function draftOf(item: DescribedItem & { quantity: number }): ItemDraft {
  const { image_id: imageId, image_url: url } = item;
  return {
    name: item.name,
    description: item.description,
    sku: item.sku,
    category: item.category,
    place: { kind: 'said', id: item.location_id },
    quantity: item.quantity,
    level: item.reorder_level ?? '',
    reorderQuantity: item.reorder_quantity ?? '',
    picture: imageId === null && url === null ? { kind: 'none' } : { kind: 'stored', imageId, url },
  };
}

/** What a person says about a stored item, without everything else that is stored of it. */
export function describedItem(item: DescribedItem): DescribedItem {
  return {
    name: item.name,
    description: item.description,
    sku: item.sku,
    category: item.category,
    location_id: item.location_id,
    reorder_level: item.reorder_level,
    reorder_quantity: item.reorder_quantity,
    image_id: item.image_id,
    image_url: item.image_url,
  };
}

/** A picture, once it is clear where it is to come from. The address is as the browser spells it. */
export type PictureWish = Exclude<PictureChoice, { kind: 'address' }> | { kind: 'address'; url: string };

/** What a draft says. An empty SKU is to be generated. */
export interface ItemWish {
  described: Omit<DescribedItem, 'image_id' | 'image_url'>;
  quantity: number;
  picture: PictureWish;
}

type DraftField = 'name' | 'sku' | 'category' | 'quantity' | 'level' | 'reorderQuantity' | 'picture';
export type Problems = Partial<Record<DraftField, string>>;

export type Judged = { ok: true; wish: ItemWish } | { ok: false; problems: Problems };

const PIECES_PROBLEM = `A whole number from 0 to ${LIMITS.stockPieces.toLocaleString('en')}.`;

/** Undefined for what is no number of pieces; null for nothing. */
function piecesOf(typed: Typed): number | null | undefined {
  if (typeof typed === 'string' && typed.trim() === '') return null;
  const pieces = Number(typed);
  return Number.isInteger(pieces) && pieces >= 0 && pieces <= LIMITS.stockPieces ? pieces : undefined;
}

function pictureOf(picture: PictureChoice): PictureWish | { problem: string } {
  if (picture.kind !== 'address') return picture;
  const { urls, refused } = addressList(picture.text);
  const [url] = urls;
  return url === undefined
    ? { problem: refused[0]?.reason ?? 'This is not an address.' }
    : { kind: 'address', url };
}

/**
 * What a draft says, or what is wrong with it. `place` is where the item goes while nobody has said a place; `nameOfSku`
 * gives the name of another item that has a SKU.
 */
export function judgeDraft(
  draft: ItemDraft,
  place: string | null,
  nameOfSku: (sku: string) => string | null,
): Judged {
  const name = draft.name.trim();
  const typedSku = draft.sku.trim();
  const sku = typedSku === '' ? '' : normalSku(typedSku);
  const owner = sku === null || sku === '' ? null : nameOfSku(sku);
  const quantity = piecesOf(draft.quantity);
  const level = piecesOf(draft.level);
  const reorderQuantity = piecesOf(draft.reorderQuantity);
  const picture = pictureOf(draft.picture);
  const problems: Problems = {
    ...(name === '' && { name: 'Give the item a name.' }),
    ...(sku === null && {
      sku: 'Up to 40 letters, digits, dots, dashes and underscores; a letter or digit first.',
    }),
    ...(owner !== null && { sku: `“${owner}” has this SKU already.` }),
    ...(quantity === undefined && { quantity: PIECES_PROBLEM }),
    ...(level === undefined && { level: PIECES_PROBLEM }),
    ...(reorderQuantity === undefined && { reorderQuantity: PIECES_PROBLEM }),
    ...('problem' in picture && { picture: picture.problem }),
  };
  if (
    sku === null ||
    quantity === undefined ||
    level === undefined ||
    reorderQuantity === undefined ||
    'problem' in picture ||
    Object.keys(problems).length > 0
  )
    return { ok: false, problems };
  return {
    ok: true,
    wish: {
      described: {
        name,
        description: draft.description.trim(),
        sku,
        category: draft.category.trim(),
        location_id: draft.place.kind === 'said' ? draft.place.id : place,
        reorder_level: level,
        reorder_quantity: reorderQuantity,
      },
      quantity: quantity ?? 0,
      picture,
    },
  };
}

/** Whether two drafts say the same. */
export function sameDraft(a: ItemDraft, b: ItemDraft): boolean {
  const plain = ({ picture, ...rest }: ItemDraft) =>
    JSON.stringify([rest, picture.kind === 'file' ? picture.imageId : picture]);
  return plain(a) === plain(b);
}

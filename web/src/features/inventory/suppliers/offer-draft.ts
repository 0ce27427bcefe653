/** What a person types of an item at a supplier, checked. Pure. */
import type { ItemSupplier } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { roundedToCents } from '@docket/model/money';
import type { Offer } from '@docket/model/commands/supplier-commands';

export interface OfferDraft {
  /** The name of a supplier, known or new. */
  supplier: string;
  supplierSku: string;
  /** As the number field has it. */
  price: number | string;
  locationId: string | null;
  preferred: boolean;
}

export interface OfferProblems {
  supplier?: string;
  price?: string;
}

/** The draft that an existing link starts with. */
export function draftOf(link: ItemSupplier, supplierName: string): OfferDraft {
  return {
    supplier: supplierName,
    supplierSku: link.supplier_sku,
    price: link.price ?? '',
    locationId: link.location_id,
    preferred: link.preferred,
  };
}

/** Prices are typed to the cent. One that was finer, as from a file, stays as it is while nobody types another. */
function checkedPrice(
  price: number | string,
  before: number | string,
): { ok: boolean; price: number | null } {
  if (typeof price === 'string' && price.trim() === '') return { ok: true, price: null };
  const amount = Number(price);
  if (!(amount >= 0 && amount <= LIMITS.price)) return { ok: false, price: null };
  const rounded = roundedToCents(amount);
  const isSame = typeof before === 'number' && roundedToCents(before) === rounded;
  return { ok: true, price: isSame ? before : rounded };
}

/** The offer as it is saved, or what is wrong with the draft. `initial` is what the draft started with. */
export function checkedOffer(
  draft: OfferDraft,
  initial: OfferDraft,
): { ok: true; supplier: string; offer: Offer } | { ok: false; problems: OfferProblems } {
  const supplier = draft.supplier.trim();
  const { ok, price } = checkedPrice(draft.price, initial.price);
  const problems: OfferProblems = {
    ...(supplier === '' && { supplier: 'Choose a supplier, or type the name of a new one.' }),
    ...(supplier.length > LIMITS.nameCharacters && {
      supplier: `A name has up to ${LIMITS.nameCharacters} characters.`,
    }),
    ...(!ok && { price: 'This is not a price.' }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    supplier,
    offer: {
      supplier_sku: draft.supplierSku.trim(),
      price,
      preferred: draft.preferred,
      location_id: draft.locationId,
    },
  };
}

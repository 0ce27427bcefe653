import { describe, expect, it } from 'vitest';
import { checkedOffer } from './offer-draft.ts';
import { checkedSupplier, EMPTY_SUPPLIER } from './supplier-draft.ts';

const checked = (change: Partial<typeof EMPTY_SUPPLIER>) =>
  checkedSupplier({ ...EMPTY_SUPPLIER, name: 'Yarn', ...change });

describe('what is typed of a supplier', () => {
  it('needs a name and nothing besides', () => {
    expect(checked({})).toMatchObject({ ok: true });
    expect(checked({ name: '  ' })).toMatchObject({ ok: false, problems: { name: expect.any(String) } });
  });

  it('gets what a website is missing, and loses blanks around it', () => {
    expect(checked({ website: ' yarn.example ', email: ' a@yarn.example ' })).toMatchObject({
      details: { website: 'https://yarn.example/', email: 'a@yarn.example' },
    });
    expect(checked({ website: 'http://yarn.example/shop' })).toMatchObject({
      details: { website: 'http://yarn.example/shop' },
    });
  });

  it.each([
    'javascript:alert(1)',
    'ftp://yarn.example',
    'yarn',
    'https://me:secret@yarn.example',
    'two words.example',
  ])('is refused with the website %s', (website) => {
    expect(checked({ website })).toMatchObject({ ok: false, problems: { website: expect.any(String) } });
  });

  it('is refused with an e-mail address that is none', () => {
    expect(checked({ email: 'orders' })).toMatchObject({ problems: { email: expect.any(String) } });
  });
});

describe('what is typed of an item at a supplier', () => {
  const draft = {
    supplier: 'Yarn',
    supplierSku: ' Y-1 ',
    price: '' as const,
    locationId: null,
    preferred: false,
  };

  it('may leave the price open', () => {
    expect(checkedOffer(draft, draft)).toMatchObject({
      ok: true,
      offer: { price: null, supplier_sku: 'Y-1' },
    });
    expect(checkedOffer({ ...draft, price: 0 }, draft)).toMatchObject({ offer: { price: 0 } });
  });

  it('has a price to the cent', () => {
    expect(checkedOffer({ ...draft, price: 1.999 }, draft)).toMatchObject({ offer: { price: 2 } });
  });

  it('leaves a finer price as it is, unless another one is typed', () => {
    const screw = { ...draft, price: 0.0125 };
    expect(checkedOffer({ ...screw, preferred: true }, screw)).toMatchObject({ offer: { price: 0.0125 } });
    expect(checkedOffer({ ...screw, price: 0.02 }, screw)).toMatchObject({ offer: { price: 0.02 } });
  });

  it('is refused without a supplier, or with a price that is none', () => {
    expect(checkedOffer({ ...draft, supplier: ' ' }, draft)).toMatchObject({
      problems: { supplier: expect.any(String) },
    });
    expect(checkedOffer({ ...draft, price: '-' }, draft)).toMatchObject({
      problems: { price: expect.any(String) },
    });
    expect(checkedOffer({ ...draft, price: -1 }, draft)).toMatchObject({ ok: false });
    expect(checkedOffer({ ...draft, price: 1e12 }, draft)).toMatchObject({ ok: false });
  });
});

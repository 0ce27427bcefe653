import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_FIELD_NAMES, usualHeaders } from './import-field-names.ts';
import { IMPORT_FIELDS } from './inventory-import.ts';
import { recogniseImportColumns } from './recognise-columns.ts';

describe('the columns of a file', () => {
  it.each([
    [
      'English',
      'Item Name;Description;SKU;Category;Location;Qty on hand;Reorder Point;Reorder Qty;Image URL;Vendor;Vendor SKU;Unit Price',
    ],
    [
      'German',
      'Bezeichnung;Beschreibung;Artikel-Nr.;Kategorie;Lagerort;Bestand;Meldebestand;Bestellmenge;Bild-URL;Lieferant;Bestell-Nr.;Einzelpreis (EUR)',
    ],
    [
      'French',
      'Désignation;Description;Référence;Catégorie;Emplacement;Quantité;Stock minimum;Quantité à commander;URL de l’image;Fournisseur;Réf. fournisseur;Prix unitaire',
    ],
    [
      'Spanish',
      'Nombre;Descripción;Código;Categoría;Ubicación;Existencias;Stock mínimo;Cantidad de pedido;Imagen;Proveedor;Referencia del proveedor;Precio unitario',
    ],
    [
      'warehouses',
      'Title;Notes;Part #;Group;Bin;Qty OH;Min;Order Qty;Photo;Vendor;Vendor Part #;List Price USD',
    ],
    [
      'programs',
      'name;description;sku;category;location;quantity;reorder_level;reorderQuantity;imageUrl;supplier;supplier_sku;PRICE',
    ],
    ['the export', IMPORT_FIELDS.map((field) => IMPORT_FIELD_NAMES[field]).join(';')],
  ])('are known in %s', (_, headers) => {
    expect(recogniseImportColumns(headers.split(';'))).toEqual(IMPORT_FIELDS);
  });

  it('do not depend on case, accents, blanks, hyphens, units in brackets and currencies', () => {
    expect(recogniseImportColumns([' QUANTITE ', 're-order  LEVEL', 'Prix [€]', 'nom'])).toEqual([
      'quantity',
      'reorder_level',
      'price',
      'name',
    ]);
  });

  it('are left out when nothing is known of them', () => {
    expect(recogniseImportColumns(['Name', '', 'Colour', '(?)', '数量'])).toEqual([
      'name',
      null,
      null,
      null,
      null,
    ]);
  });

  it('may have headers of any length', () => {
    const long = '('.repeat(1_000_000);
    expect(recogniseImportColumns([long, 'Name'])).toEqual([null, 'name']);
  });

  it('have each field once: the surest header has it, else the leftmost', () => {
    expect(recogniseImportColumns(['Item', 'Name'])).toEqual([null, 'name']);
    expect(recogniseImportColumns(['Name', 'Name'])).toEqual(['name', null]);
    expect(recogniseImportColumns(['Stock', 'Quantity'])).toEqual([null, 'quantity']);
  });

  it('may be without a name: then a person has to say', () => {
    expect(recogniseImportColumns(['SKU', 'Quantity'])).toEqual(['sku', 'quantity']);
  });

  it('never have a field twice, and are as many as the headers', () => {
    const usual = IMPORT_FIELDS.flatMap((field) => usualHeaders(field).map(({ header }) => header));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...usual), fc.string())), (headers) => {
        const columns = recogniseImportColumns(headers);
        const given = columns.filter((field) => field !== null);
        expect(columns).toHaveLength(headers.length);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});

describe('a usual header', () => {
  it.each(IMPORT_FIELDS)('of %s alone names that field, unless it is usual for another as well', (field) => {
    for (const { header } of usualHeaders(field)) {
      const others = IMPORT_FIELDS.filter((other) =>
        usualHeaders(other).some((usual) => usual.header === header),
      );
      expect(others).toContain(recogniseImportColumns([header])[0]);
    }
  });
});

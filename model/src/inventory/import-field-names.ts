/** What the columns of a file of inventory items are called. */
import { type UsualHeader, usualHeadersOf } from '../text-table/recognise-headers.ts';
import type { ImportField } from './inventory-import.ts';

/** For people, and as headers of the export. */
export const IMPORT_FIELD_NAMES = {
  name: 'Name',
  description: 'Description',
  sku: 'SKU',
  category: 'Category',
  location: 'Location',
  quantity: 'Quantity',
  reorder_level: 'Reorder level',
  reorder_quantity: 'Reorder quantity',
  image_url: 'Image URL',
  supplier: 'Supplier',
  supplier_sku: 'Supplier SKU',
  price: 'Price',
} as const satisfies Record<ImportField, string>;

/** In English, German, French and Spanish, one line each; in each line the surest first. */
const HEADERS: Record<ImportField, string> = {
  name: `
    name, item name, product name, part name, article name, item, product, title, article, part
    Name, Bezeichnung, Artikelname, Artikelbezeichnung, Produktname, Benennung, Materialbezeichnung, Gegenstand, Artikel, Produkt, Titel
    nom, désignation, nom de l’article, nom du produit, libellé, intitulé, produit, titre
    nombre, nombre del artículo, nombre del producto, denominación, artículo, producto, título`,
  description: `
    description, item description, product description, long description, details, notes, note, comment, comments, remarks
    Beschreibung, Artikelbeschreibung, Produktbeschreibung, Langtext, Bemerkung, Bemerkungen, Anmerkung, Notiz, Notizen, Kommentar
    description, description de l’article, description du produit, détails, remarque, remarques, commentaire
    descripción, descripción del artículo, descripción del producto, detalles, observaciones, notas`,
  sku: `
    sku, item number, item no, article number, article no, part number, part no, product code, product number, item code, stock code, sku code, sku number, product sku, item sku, product id, item id, code, number
    Artikelnummer, Artikelnr, Art.-Nr., Materialnummer, Produktnummer, Teilenummer, Bestandsnummer, Inventarnummer, Artikelcode, Nummer, Nr
    référence, réf, code article, référence article, référence interne, numéro d’article, UGS
    referencia, ref, código de artículo, código del artículo, código de producto, código del producto, número de artículo, código`,
  category: `
    category, item category, product category, item group, product group, group, item type, type
    Kategorie, Warengruppe, Artikelgruppe, Produktgruppe, Gruppe, Rubrik, Typ, Art
    catégorie, famille, groupe, rubrique
    categoría, familia, grupo, tipo`,
  location: `
    location, storage location, stock location, bin location, place, bin, shelf, room, warehouse
    Lagerort, Standort, Lagerplatz, Stellplatz, Ort, Platz, Regal, Raum, Lager
    emplacement, lieu de stockage, lieu, localisation, rayon, étagère, salle, entrepôt
    ubicación, localización, emplazamiento, lugar, estante, almacén, sala`,
  quantity: `
    quantity, qty, quantity on hand, qty on hand, on hand, qty oh, quantity in stock, item quantity, product quantity, stock quantity, in stock, current stock, stock level, stock, available quantity, available, count, pieces, amount
    Menge, Bestand, Lagerbestand, Istbestand, Aktueller Bestand, Anzahl, Stückzahl, Stück, Verfügbar
    quantité, qté, quantité en stock, stock actuel, en stock, nombre de pièces, stock, disponible
    cantidad, cant, existencias, cantidad en stock, cantidad disponible, unidades, piezas, stock`,
  reorder_level: `
    reorder level, reorder point, minimum stock, minimum stock level, min stock, minimum quantity, min quantity, min qty, minimum level, low stock level, low stock threshold, safety stock, minimum, min
    Meldebestand, Mindestbestand, Bestellpunkt, Mindestmenge, Mindestlagerbestand, Minimalbestand, Minbestand, Sicherheitsbestand
    seuil de réapprovisionnement, seuil de commande, seuil de réassort, point de commande, stock minimum, stock minimal, stock mini, seuil d’alerte, quantité minimale, stock de sécurité, seuil
    punto de pedido, nivel de reorden, punto de reorden, nivel de reposición, stock mínimo, existencias mínimas, cantidad mínima, nivel mínimo, stock de seguridad, mínimo`,
  reorder_quantity: `
    reorder quantity, reorder qty, reorder amount, order quantity, order qty, purchase quantity
    Bestellmenge, Nachbestellmenge, Wiederbestellmenge, Losgröße
    quantité de réapprovisionnement, quantité à commander, quantité de commande, quantité de réassort
    cantidad de pedido, cantidad de reorden, cantidad a pedir, cantidad de reposición`,
  image_url: `
    image url, picture url, photo url, image link, picture link, image address, image, picture, photo, item image, product image, product image url, thumbnail url, img url, img
    Bild-URL, Bildadresse, Bildlink, Foto-URL, Bild, Foto, Abbildung
    URL de l’image, URL image, lien de l’image, lien image, adresse de l’image, URL photo, image, photo
    URL de la imagen, URL de imagen, URL imagen, enlace de imagen, URL foto, imagen, foto`,
  supplier: `
    supplier, supplier name, vendor, vendor name, preferred supplier, preferred vendor, seller
    Lieferant, Lieferantenname, Hauptlieferant, Bezugsquelle, Händler, Anbieter
    fournisseur, nom du fournisseur, vendeur
    proveedor, nombre del proveedor, vendedor`,
  supplier_sku: `
    supplier sku, supplier part number, supplier part no, supplier item number, supplier item no, supplier article number, supplier product code, supplier code, supplier reference, supplier ref, supplier number, vendor sku, vendor part number, vendor part no, vendor item number, vendor item no, vendor code, order number, order code
    Lieferantenartikelnummer, Lieferanten-Artikelnr., Lieferanten-Art.-Nr., Artikelnummer des Lieferanten, Artikelnummer Lieferant, Lieferanten-SKU, Bestellnummer, Bestell-Nr., Lieferantennummer
    référence fournisseur, réf fournisseur, référence du fournisseur, code fournisseur, SKU fournisseur
    referencia del proveedor, referencia proveedor, código del proveedor, código proveedor, SKU del proveedor`,
  price: `
    price, unit price, purchase price, cost price, buying price, price per unit, price per piece, price each, item price, product price, net price, list price, unit cost, cost per unit, cost
    Preis, Einzelpreis, Stückpreis, Einkaufspreis, EK-Preis, EK netto, Nettopreis, Listenpreis, Preis pro Stück, EK, Kosten
    prix, prix unitaire, prix d’achat, prix d’achat unitaire, prix HT, coût unitaire, coût, PU
    precio, precio unitario, precio de compra, coste unitario, costo unitario, coste, costo`,
};

/** Usual headers of each field and their rank among those of their language. */
export function usualHeaders(field: ImportField): UsualHeader[] {
  return usualHeadersOf(HEADERS[field]);
}

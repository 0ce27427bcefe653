/**
 * The words that head columns and label lines of linesheets, by what they mean, in the languages linesheets come in.
 * Longer phrases win over shorter ones, so "style name" is a name although "style" is a number.
 */
import { type HeaderMeaning, lexiconOf } from './lexicon.ts';

/** What a column or a labelled line holds. */
export const COLUMN_ROLES = [
  'sku',
  'name',
  'description',
  'category',
  'group',
  'wholesale_price',
  'msrp',
  'price',
  'currency',
  'color',
  'color_code',
  'size',
  'capacity',
  'dimension',
  'material',
  'origin',
  'season',
  'delivery',
  'barcode',
  'variant',
  'serial',
  'image',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Phrases by role, as printed, separated by bars. */
export const COLUMN_PHRASES: Readonly<Record<ColumnRole, string>> = {
  sku: `sku|variant sku|style|style no|style nr|style num|style number|style code|style #|style id|item no|item number|item code|item #|item id|
    article no|article number|article code|article|art no|art nr|art|product code|product no|product number|product id|model no|model number|model|cat no|cat #|
    catalog no|catalogue no|catalog number|catalogue number|catalog #|part no|part number|code|ref|ref no|reference|stock code|item ref|
    artikelnummer|artikel nr|artikelnr|art nummer|bestellnummer|bestell nr|modell|modellnummer|référence|réf|code article|référence produit|
    codice|codice articolo|cod|cod articolo|articolo|modello|referencia|código|codigo articulo|modelo|артикул|арт|код|код товара|
    货号|款号|型号|编号|产品编号|商品番号|品番|型番|商品コード`,
  name: `name|product name|style name|item name|title|product title|product|item|items|item description|product description|style description|
    designer product|designer|particulars|produktname|bezeichnung|artikelbezeichnung|produkt|artikel|artikelname|désignation|libellé|nom|
    nom du produit|produit|intitulé|nome|nome prodotto|prodotto|denominazione|nombre|nombre del producto|producto|denominación|
    название|наименование|наименование товара|товар|номенклатура|продукт|商品名|品名|名称|产品名称|製品名|style desc`,
  description: `description|long description|short description|product details|body html|body|notes|remarks|comments|features|
    beschreibung|produktbeschreibung|descrizione|descripción|описание|描述|说明|商品説明|備考`,
  category: `category|product category|category name|product type|type|kategorie|warengruppe|produktgruppe|catégorie|categoria|categoría|
    категория|группа товаров|分类|类别|カテゴリ|カテゴリー|product group|line|department|famille|familia`,
  group: `collection|gender|division|class|sub category|subcategory|range|brand|vendor|group|kollektion|marke|marque|marca|коллекция|бренд|
    ブランド|品牌|theme|story|delivery group|segment`,
  wholesale_price: `wholesale|wholesale price|whsl|whls|w sale|whsle|whsl price|ws|wsp|w s|w s price|wholesale cost|cost|unit cost|cost price|net price|
    trade price|trade|dealer price|dealer|ex vat wholesale|ek|ek preis|ek netto|hek|einkaufspreis|händlerpreis|großhandelspreis|prix de gros|
    prix gros|prix d achat|pa ht|prix ht|prix pro|prix revendeur|prezzo ingrosso|ingrosso|prezzo wholesale|prezzo netto|mayorista|
    precio mayorista|precio mayor|pvd|precio distribuidor|опт|оптовая цена|цена опт|оптом|批发价|出厂价|卸価格|下代|仕切`,
  msrp: `msrp|rrp|srp|mrp|retail|retail price|suggested retail|suggested retail price|recommended retail|recommended retail price|rec retail|sugg retail|
    uvp|vk|vk preis|ladenpreis|verkaufspreis|ppc|pvc|prix public|prix public conseillé|prix de vente|prix conseillé|prix de vente conseillé|
    prezzo al pubblico|prezzo consigliato|prezzo retail|pvp|precio venta publico|precio recomendado|розница|розничная цена|ррц|мрц|
    零售价|建议零售价|市场价|希望小売価格|上代|小売価格|compare at price|variant compare at price|retail msrp`,
  price: `price|unit price|price each|price ea|price per unit|list price|variant price|selling price|rate|preis|einzelpreis|stückpreis|listenpreis|
    prix|prix unitaire|tarif|prezzo|prezzo unitario|listino|precio|precio unitario|цена|цена за шт|стоимость|价格|单价|价钱|価格|単価|fob|fob price|exw`,
  currency: 'currency|währung|devise|valuta|moneda|валюта|币种|通貨',
  color: `color|colour|colors|colours|color name|colour name|colorway|colorways|colourway|colourways|colour variant|color variant|farbe|farben|farbname|couleur|couleurs|coloris|
    colore|colori|colores|цвет|цвета|颜色|色|カラー|finish|shade|shades|available colors|available colours`,
  color_code:
    'color code|colour code|color no|colour no|color #|colour #|farbcode|farbnummer|farb nr|code couleur|codice colore|código color|код цвета|色号|カラーコード',
  size: `size|sizes|sizing|size range|size scale|size run|size s|available sizes|größe|größen|groesse|grössen|taille|tailles|taglia|taglie|misura|misure|talla|tallas|
    размер|размеры|尺码|尺寸|サイズ|pack size`,
  capacity:
    'cap|capacity|cap ml|volume|vol|content ml|contents|inhalt|contenance|capacità|capacidad|объем|емкость|容量',
  dimension: `length|width|height|depth|diameter|dia|dimension|dimensions|dims|l|w|h|o d|i d|thickness|länge|breite|höhe|tiefe|durchmesser|maße|abmessungen|
    longueur|largeur|hauteur|diamètre|lunghezza|larghezza|altezza|diametro|largo|ancho|alto|medidas|длина|ширина|высота|диаметр|габариты`,
  material: `material|materials|fabric|fabrication|fabric composition|composition|fabric content|content|fibre content|fiber content|shell|upper|obermaterial|zusammensetzung|stoff|
    matière|matières|tissu|materiale|tessuto|composizione|composición|tejido|materia|состав|материал|ткань|材质|面料|成分|素材|組成`,
  origin:
    'origin|country of origin|made in|coo|country|herkunft|herkunftsland|ursprungsland|pays d origine|origine|provenance|paese di origine|origen|país de origen|страна|страна производства|产地|原産国|生産国',
  season: 'season|saison|stagione|temporada|сезон|季节|シーズン',
  delivery:
    'delivery|delivery date|delivery window|deliveries|ship date|ship window|ship|start ship|start ship date|available from|availability|lieferung|liefertermin|lieferzeit|livraison|date de livraison|consegna|entrega|поставка|срок поставки|交货期|納期|launch date|in store date',
  barcode:
    'barcode|bar code|ean|ean code|ean13|ean 13|upc|upc code|gtin|variant barcode|strichcode|code barres|codice ean|código de barras|штрихкод|штрих код|条码|バーコード|jan',
  variant:
    'variant|variants|option|options|detail|version|ausführung|variante|вариант|规格|仕様|option1 value|shape',
  serial:
    'no|nr|n|s no|sl no|sr no|sno|serial|serial no|#|№|п п|№ п п|pos|position|lfd nr|line no|row|номер|序号|番号',
  image:
    'image|images|photo|photos|picture|pictures|pic|thumbnail|bild|bilder|abbildung|foto|fotos|immagine|imagen|фото|изображение|图片|照片|画像|写真|sketch|image src|image url',
  ignored: `qty|quantity|order qty|order|units|pcs|pieces|packing|pack|packaging|pack qty|case|case pack|inner|outer|carton|ctn|moq|min order|minimum|min qty|stock|inventory|on hand|available qty|weight|
    product weight|gross weight|net weight|grams|variant grams|cbm|hs code|hts|tariff|tax|vat|discount|total|amount|subtotal|line total|url|link|handle|status|published|tags|washcare|care|
    care instructions|menge|anzahl|ve|verpackung|gewicht|summe|gesamt|quantité|qté|colisage|poids|total ht|quantità|peso|totale|cantidad|количество|кол во|вес|сумма|итого|остаток|упаковка|ед изм|
    数量|重量|金额|合计|入数|unit|uom|einheit|unité|sold out|margin|markup|commodity code|option1 name|option2 name|option3 name|variant grams|variant inventory qty|label`,
};

const LEXICON = lexiconOf(COLUMN_ROLES, COLUMN_PHRASES);

const TIER = /^(?:\d+\s*[-–]\s*\d+|\d+\s*\+|[≥>]\s*\d+|from \d+|ab \d+)\s*(?:pcs|pc|units|st|stk|шт)?\.?$/iu;

/** True for the header of a price by quantity: "1-9", "10–49 pcs", "100+". */
export function isQuantityTier(text: string): boolean {
  return TIER.test(text.trim());
}

/** What a header says its column holds; null when no known phrase stands in it. Longest phrase first. */
export function meaningOfHeader(text: string): HeaderMeaning<ColumnRole> | null {
  return LEXICON.meaningOf(text);
}

/** The role of a text that is exactly a known phrase; null otherwise. What labels in running text are found with. */
export function roleOfPhrase(text: string): ColumnRole | null {
  return LEXICON.roleOfPhrase(text);
}

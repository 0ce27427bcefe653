/**
 * The words that head columns and label lines of linesheets, by what they mean, in the languages linesheets come in.
 * Longer phrases win over shorter ones, so "style name" is a name although "style" is a number.
 */
import { fold, isSameWord } from './fold.ts';

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

const PHRASES: Readonly<Record<ColumnRole, string>> = {
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

interface Entry {
  role: ColumnRole;
  words: readonly string[];
  phrase: string;
}

const ENTRIES: readonly Entry[] = COLUMN_ROLES.flatMap((role) =>
  PHRASES[role]
    .split('|')
    .map((phrase) => fold(phrase))
    .filter((phrase) => phrase !== '')
    .map((phrase) => ({ role, phrase, words: phrase.split(' ') })),
).sort((left, right) => right.phrase.length - left.phrase.length);

const ROLE_OF_PHRASE: ReadonlyMap<string, ColumnRole> = new Map(
  ENTRIES.toReversed().map(({ phrase, role }) => [phrase, role]),
);

/** Entries by the first letter of their phrase: a header is compared with few of them. */
const BY_LETTER: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  ENTRIES,
  ({ phrase }) => phrase[0] ?? '',
);

const TIER = /^(?:\d+\s*[-–]\s*\d+|\d+\s*\+|[≥>]\s*\d+|from \d+|ab \d+)\s*(?:pcs|pc|units|st|stk|шт)?\.?$/iu;

/** True for the header of a price by quantity: "1-9", "10–49 pcs", "100+". */
export function isQuantityTier(text: string): boolean {
  return TIER.test(text.trim());
}

/** A header's role. `strength` is 1 for an exact phrase and falls with the share of words that stay unexplained. */
export interface HeaderMeaning {
  role: ColumnRole;
  strength: number;
}

const FILLER = new Set(
  'usd eur gbp inr aed sgd jpy cad aud chf rub cny ml cl g kg mm cm in inch the per each ea de do la le of s en pc pcs unit excl incl vat ht ttc net price prices from us uk eu руб ₽ $ € £ ¥ ₹'.split(
    ' ',
  ),
);

/** What a header says its column holds; null when no known phrase stands in it. Longest phrase first. */
export function meaningOfHeader(text: string): HeaderMeaning | null {
  const words = fold(text.replace(/[#№]/gu, ' $& '))
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 7) return null;
  const joined = words.join(' ');
  const exact = ROLE_OF_PHRASE.get(joined);
  if (exact !== undefined) return { role: exact, strength: 1 };
  const isCjk = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(joined);
  return isCjk ? meaningOfUnspaced(joined) : meaningOfWords(words);
}

/** Chinese and Japanese do not space words: any known phrase within the header counts. */
function meaningOfUnspaced(header: string): HeaderMeaning | null {
  const entry = ENTRIES.find(({ phrase }) => phrase.length > 1 && header.includes(phrase));
  return entry === undefined ? null : { role: entry.role, strength: 0.8 };
}

/** The longest phrase whose words stand in the header, with room for a slip in each. */
function meaningOfWords(words: readonly string[]): HeaderMeaning | null {
  const letters = new Set(words.map((word) => word[0] ?? ''));
  const entries = [...letters].flatMap((letter) => BY_LETTER.get(letter) ?? []);
  for (const entry of entries.sort((left, right) => right.phrase.length - left.phrase.length)) {
    const at = indexOfWords(words, entry.words);
    if (at < 0 || (entry.phrase.length < 3 && words.length > 1)) continue;
    const rest = words.filter(
      (word, index) => (index < at || index >= at + entry.words.length) && !FILLER.has(word),
    );
    return { role: entry.role, strength: entry.words.length / (entry.words.length + rest.length) };
  }
  return null;
}

function indexOfWords(words: readonly string[], sought: readonly string[]): number {
  for (let start = 0; start + sought.length <= words.length; start += 1) {
    if (sought.every((word, offset) => isSameWord(word, words[start + offset] ?? ''))) return start;
  }
  return -1;
}

/** The role of a text that is exactly a known phrase; null otherwise. What labels in running text are found with. */
export function roleOfPhrase(text: string): ColumnRole | null {
  return ROLE_OF_PHRASE.get(fold(text.replace(/[#№]/gu, ' $& '))) ?? null;
}

/**
 * The words that head the columns of purchase orders, in the languages orders come in. What orders share with linesheets
 * is taken from their vocabulary; quantities, packs and totals are their own. Pure.
 */
import { COLUMN_PHRASES } from '../../understanding/vocabulary/column-words.ts';
import { fold } from '../../understanding/vocabulary/fold.ts';
import { type HeaderMeaning, lexiconOf } from '../../understanding/vocabulary/lexicon.ts';

/** What the header of an order's column can say. */
export const ORDER_WORDS = [
  'sku',
  'name',
  'description',
  'category',
  'color',
  'color_code',
  'size',
  'variant',
  'material',
  'origin',
  'season',
  'delivery',
  'barcode',
  'currency',
  'serial',
  /** Says that it was ordered. */
  'ordered',
  /** A quantity of no further kind. */
  'quantity',
  /** Packs, cartons, boxes: pieces only where nothing else is. */
  'packs',
  'pack_size',
  /** Shipped, received, open, in stock: not what was ordered. */
  'other_quantity',
  'unit_price',
  'msrp',
  'line_total',
  /** Of pieces or of money: arithmetic tells. */
  'total',
  'unit',
  'status',
  'other',
] as const;
export type OrderWord = (typeof ORDER_WORDS)[number];

const PHRASES: Readonly<Record<OrderWord, string>> = {
  sku: `${COLUMN_PHRASES.sku}|item|artikel|articolo|articulo|style color|style colour|vendor style|vendor style number|vendor style no|supplier style|supplier code|supplier item|
    supplier sku|manufacturer part number|mpn|mfr part no|part|part #|sku code|sku number|item sku|product sku|seller sku|variant code|modellnr|mod|
    artikel nummer|lieferantenartikelnummer|lief art nr|réf fournisseur|ref fournisseur|référence article|ref article|modèle|codice modello|
    cod art|ref proveedor|ref articulo|referência|artigo|artikelcode|artikkelnummer|artnr|varenummer|varenr|tuotenumero|indeks|symbol|kod|商品编码|商品编号|物料编码|料号|货品编号|商品代码`,
  name: `${COLUMN_PHRASES.name}|designation|article name|article description|product desc|item desc|item details|goods|goods description|description of goods|
    warenbezeichnung|artikelbeschreibung|bezeichnung 1|bez|description article|libellé article|désignation article|descrizione articolo|
    descripción del producto|descripcion articulo|artículo|descrição do produto|omschrijving|benaming|benämning|betegnelse|nazwa|nazwa towaru|
    название товара|описание товара|物料名称|商品描述|商品名称|货品名称`,
  description:
    'description|long description|short description|product details|details|beschreibung|produktbeschreibung|descrizione|descripción|descrição|описание|描述|说明|商品説明|desc|specification|spec|规格型号|texte',
  category: `${COLUMN_PHRASES.category}|gender|division|class|sub category|subcategory|group|gruppe|collection|kollektion|коллекция|segment|genre|rayon|warengruppen|reparto`,
  color: `${COLUMN_PHRASES.color}|clr|col|color desc|colour desc|color description|colour description|color descr|buyers colour|buyer colour|buyers color|farbbezeichnung|
    libellé couleur|libellé coloris|coul|colore descrizione|descrizione colore|desc colore|descripción color|cor|kleur|färg|farve|väri|kolor|renk|颜色名称|花色|配色`,
  color_code: `${COLUMN_PHRASES.color_code}|clr code|col code|color id|colour id|color number|colour number|clr no|col no|farbe nr|farbnr|farb nummer|code coloris|n couleur|cod colore|cod color|色番|颜色编号|颜色代码|色号代码`,
  size: `${COLUMN_PHRASES.size}|${COLUMN_PHRASES.capacity}|sz|gr|grösse|taille pointure|pointure|pointures|numero taglia|tg|número|tamaño|tamanho|maat|maten|storlek|størrelse|koko|rozmiar|beden|assortment|size breakdown|size split|size qty|größenlauf|größenaufteilung|assortiment|尺码规格|码数|eu size|us size|uk size|shoe size`,
  variant: COLUMN_PHRASES.variant,
  material: `${COLUMN_PHRASES.material}|skład|materiaal`,
  origin: COLUMN_PHRASES.origin,
  season: `${COLUMN_PHRASES.season}|seizoen|säsong|sezon`,
  delivery: `${COLUMN_PHRASES.delivery}|del date|delivery week|delivery month|ship by|due date|required date|requested date|requested delivery|ex factory|ex factory date|etd|eta|
    wunschtermin|termin|lieferwoche|lt|date livraison|data consegna|fecha entrega|fecha de entrega|leverdatum|leveringsdato|交货日期|交期|到货日期`,
  barcode: `${COLUMN_PHRASES.barcode}|ean upc|upc ean|gtin ean|codigo de barras|条形码|国际条码`,
  currency: `${COLUMN_PHRASES.currency}|curr|cur|whg|waluta`,
  serial: `${COLUMN_PHRASES.serial}|line number|line #|item #s|lp|ligne|n ligne|riga|linea|línea|строка|行号|项次|行`,
  ordered: `order qty|order quantity|ordered|ordered qty|ordered quantity|qty ordered|quantity ordered|qty order|units ordered|pcs ordered|pieces ordered|pairs ordered|
    order units|order pcs|po qty|po quantity|requested qty|qty requested|qty required|required qty|to order|my order|your order|order|bestellmenge|bestellt|bestellte menge|
    auftragsmenge|ordermenge|bestellung|quantité commandée|qté commandée|qte commandee|qté cdée|commandé|commande|quantità ordinata|q tà ordinata|qta ordinata|ordinato|ordine|
    cantidad pedida|cant pedida|pedido|pedida|quantidade pedida|besteld|besteld aantal|beställt|заказ|заказано|количество заказано|заказ шт|订货数量|订购数量|订单数量|采购数量|下单数量|订货量|注文数|注文数量|発注数|発注数量`,
  quantity: `qty|quantity|quantities|qnty|qnt|qtty|qty pcs|qty units|total qty|total quantity|tot qty|qty total|units|total units|tot units|units total|no of units|number of units|unit qty|
    pcs|total pcs|no of pcs|pieces|total pieces|pairs|total pairs|prs|pr|menge|gesamtmenge|anzahl|stück|stueck|stk|st|stückzahl|paar|paare|gesamt stück|summe stück|menge gesamt|
    quantité|quantite|qté|qte|qtée|qté totale|total qté|pièces|pieces|nb pièces|nombre|paires|nb|quantità|q tà|q ta|qtà|qta|q|totale q tà|totale pezzi|tot pezzi|tot capi|pezzi|pz|capi|paia|tot pz|nr pezzi|n pezzi|
    cantidad|cant|ctd|cdad|uds|ud|unidades|piezas|pzas|pares|total unidades|total uds|quantidade|qtd|qtde|qtd total|peças|aantal|hoeveelheid|stuks|totaal aantal|antal|st antal|mängd|kpl|määrä|ilość|szt|sztuk|
    количество|кол во|кол|колво|штук|шт|пар|всего шт|итого шт|кол во шт|数量|总数量|件数|总件数|双数|数|个数|数量合计|合计数量|点数|合計数|数量计|개수|수량|miktar|adet`,
  packs: `packs|dozens|dozen|dz|no of packs|total packs|number of packs|cartons|no of cartons|ctns|ctn|total cartons|cases|case|boxes|box|bundles|prepacks|pre packs|kartons|karton|colis|nb colis|scatole|colli|cajas|cartoni|коробок|箱数|总箱数|件数 箱|ケース数`,
  pack_size: `pack size|pack qty|pack quantity|pack|packing|packaging|packing unit|case pack|casepack|case qty|case quantity|case size|units per case|units per pack|units case|pcs per pack|pcs per carton|pcs per ctn|
    pcs ctn|pcs carton|pcs pack|pcs box|qty per pack|qty per carton|qty per box|qty ctn|qty pack|per pack|per carton|per case|per box|inner|inner pack|inner qty|outer|outer qty|carton qty|master carton|master pack|pack ratio|ratio|prepack ratio|
    product quantity|pieces per pack|count per pack|set size|multiple|order multiple|ve|vpe|verpackungseinheit|verpackung|packungsgröße|gebinde|inhalt je|colisage|pcb|spcb|conditionnement|pièces par colis|
    confezione|imballo|pezzi per cartone|pz per cartone|pz conf|uds por caja|unidades por caja|ud caja|embalaje|formato caja|в упаковке|упаковка|шт в упаковке|кратность|шт в коробке|装箱数|入数|每箱数量|单箱数量|装箱量|包装数|包装|箱入数`,
  other_quantity: `shipped|shipped qty|qty shipped|received|received qty|qty received|open|open qty|qty open|balance|balance qty|back order|backorder|backordered|b o|bo qty|outstanding|remaining|delivered|delivered qty|
    invoiced|invoiced qty|allocated|confirmed|confirmed qty|stock|in stock|on hand|inventory|available|available qty|qty available|atp|cancelled|cancelled qty|canceled|moq|min order|min order qty|minimum|min qty|minimum qty|
    previous order|previous qty|last order|sold|sales|geliefert|liefermenge|offen|offene menge|rückstand|bestand|lagerbestand|lager|verfügbar|bestätigt|mindestmenge|mbm|livré|qté livrée|reliquat|restant|stock dispo|disponible|
    consegnato|evaso|residuo|da evadere|giacenza|disponibile|disponibilità|entregado|servido|pendiente|existencias|отгружено|остаток|наличие|в наличии|已发数量|未发数量|已收数量|入库数量|库存|库存数量|未交数量|出荷数|在庫|在庫数|残数|起订量|最小起订量`,
  unit_price: `${COLUMN_PHRASES.wholesale_price}|${COLUMN_PHRASES.price}|your price|net unit price|unit net price|net|netto|nett|unit cost price|unit value|price unit|u price|u p|item price|item cost|product price|each|price net|
    e preis|einzel|einzelpreis netto|netto preis|nettopreis|preis netto|preis stück|ek preis netto|ek netto preis|vk netto|pu|p u|pu ht|p u ht|prix u|prix unit|prix net|prix unitaire ht|prix unitaire net|px|px unit|pa|px achat|
    prezzo unit|p unit|prezzo un|costo|costo unitario|prezzo acquisto|p unitario|pr unitario|precio unit|precio neto|precio ud|coste|coste unitario|costo unit|preço|preço unitário|preco unit|prijs|stuksprijs|inkoopprijs|
    pris|styckpris|à pris|a pris|enhetspris|stykpris|cena|cena jedn|cena netto|cena zakupu|цена закупки|закупочная цена|цена шт|цена за единицу|含税单价|未税单价|进货价|采购单价|采购价|结算价|仕入単価|下代単価|birim fiyat|단가`,
  msrp: `${COLUMN_PHRASES.msrp}|retail unit|rrp incl vat|uvp brutto|vk brutto|pvc ttc|pvp rec|adviesprijs|verkoopprijs|建议售价|吊牌价|零售单价`,
  line_total: `line total|total line|line amount|line value|line cost|ext|extended|ext price|ext cost|extended price|extended cost|extended amount|ext amount|extension|amount|net amount|total amount|total price|total cost|
    total value|total net|net total|net value|value|total ex vat|total wholesale|order value|order total|subtotal|sub total|total usd|total eur|total gbp|sum amount|gesamtpreis|gesamtbetrag|gesamtwert|betrag|wert|positionswert|
    summe eur|summe netto|gesamt netto|netto gesamt|warenwert|zeilensumme|g preis|ges preis|montant|montant ht|total ht|total net ht|montant total|prix total|valeur|importo|importo totale|prezzo totale|tot importo|valore|imp netto|importo netto|
    importe|importe total|precio total|valor|total neto|valor total|preço total|bedrag|totaalbedrag|totaalprijs|regeltotaal|belopp|summa|beløb|wartość|wartość netto|kwota|сумма|стоимость|общая стоимость|сумма руб|итого руб|стоимость всего|
    金额|总金额|小计|总价|总额|合计金额|金额小计|金額|小計|合計金額|tutar|toplam tutar|금액`,
  total:
    'total|totals|tot|sum|summe|gesamt|ges|totale|totali|totaal|totalt|итого|всего|合计|总计|合計|计|razem|suma|toplam|합계|grand total',
  unit: 'unit|uom|u m|um|unit of measure|units of measure|sales unit|order unit|einheit|me|unité|u|unità|unidad|ед|ед изм|единица|единица измерения|单位|単位|eenheid|enhet|jm|j m',
  status:
    'notes|note|remarks|remark|comments|comment|status|line status|item status|bemerkung|bemerkungen|anmerkung|hinweis|remarque|remarques|commentaire|observations|statut|osservazioni|stato|observaciones|estado|notas|примечание|комментарий|статус|备注|状态|備考|opmerking',
  other: `${COLUMN_PHRASES.image}|${COLUMN_PHRASES.dimension}|range|brand|vendor|vendor name|vendor id|supplier|supplier name|order supplier|marke|marque|marca|бренд|ブランド|品牌|theme|story|po|po number|po no|po #|purchase order|order no|order number|
    order id|order #|order date|order ref|customer po|bestellnr|auftragsnr|auftrag|bon de commande|n commande|numéro de commande|ordine n|n ordine|numero ordine|nº pedido|pedido nº|num pedido|номер заказа|订单号|采购单号|单号|注文番号|
    date|datum|data|fecha|дата|日期|store|store no|shop|location|ship to|warehouse|filiale|magasin|negozio|tienda|магазин|门店|weight|product weight|gross weight|net weight|gewicht|poids|peso|вес|重量|grams|cbm|hs code|hts|tariff|commodity code|
    tax|vat|vat %|tax %|tax rate|mwst|ust|tva|iva|ндс|税率|税额|discount|disc|disc %|discount %|rabatt|rabatt %|remise|remise %|sconto|sc %|descuento|dto|dto %|скидка|折扣|url|link|hyperlink|product hyperlink|handle|published|tags|care|washcare|markup|margin|
    barcode image|print|department|dept|buyer|customer|kunde|client|cliente|account|received amount|created|updated|name of vendor|price list|incoterm|terms|id|vendor sku|pre pack sku number|prepack sku|case count|order reference|reference po`,
};

const LEXICON = lexiconOf(ORDER_WORDS, PHRASES);

/** Makes of any quantity one that was not ordered: "Qty shipped", "Open units". Folded words. */
const NOT_ORDERED = new Set(
  (
    'shipped received open balance backorder backordered outstanding remaining delivered invoiced allocated stock cancelled canceled moq min minimum max available ' +
    'previous last sold geliefert offen offene bestand lager verfugbar livre livree livrees reliquat restant dispo consegnato consegnata evaso residuo entregado entregada ' +
    'servido pendiente отгружено остаток наличие'
  ).split(' '),
);
const PER_PACK =
  /(?:^|\s|\d)(?:per|pro|je|par|por|a|in|в|\/)\s*(?:pack|pk|case|cs|carton|ctn|box|karton|ve|colis|cartone|scatola|conf|caja|упаковке|коробке)(?:\s|$)|(?:pcs|units|qty|pz|uds?|шт|stk)\s*\/\s*(?:pack|pk|case|cs|carton|ctn|ct|box|karton|ve|colis|conf|caja|кор|уп)/iu;
const OF_ALL =
  /(?:^|\s)(?:total|tot|ext|extended|gesamt|summe|subtotal|totale|importo|montant|betrag|итого)(?:\s|$)/u;

const known = new Map<string, HeaderMeaning<OrderWord> | null>();
/** Headers repeat; texts that are no headers are many. */
const MOST_KNOWN = 20_000;

/** What the header of an order's column says; null when it says nothing known. */
export function meaningOfOrderHeader(text: string): HeaderMeaning<OrderWord> | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = text.replaceAll('_', ' ');
  const meaning = refine(text, meaningWithoutKind(words) ?? LEXICON.meaningOf(words));
  known.set(text, meaning);
  return meaning;
}

/** "Product size", "Lineitem quantity": a first word that only says what the table lists. */
const KIND =
  /^(?:product|item|items|line ?item|line|style|article|artikel|goods|variant|sku|produit|prodotto|producto|товар)\s+(?=\S)/iu;

function meaningWithoutKind(text: string): HeaderMeaning<OrderWord> | null {
  const rest = text.replace(KIND, '');
  if (rest === text || LEXICON.roleOfPhrase(text) !== null) return null;
  const role = LEXICON.roleOfPhrase(rest);
  return role === null ? null : { role, strength: 0.9 };
}

/** The meaning of a text that is exactly a known phrase; null otherwise. */
export function orderWordOfPhrase(text: string): OrderWord | null {
  return LEXICON.roleOfPhrase(text.replaceAll('_', ' '));
}

/** A single word can turn the meaning of a longer phrase around. */
function refine(text: string, meaning: HeaderMeaning<OrderWord> | null): HeaderMeaning<OrderWord> | null {
  if (meaning === null) return null;
  const { role, strength } = meaning;
  if (role === 'category' && fold(text) === 'line') return { role: 'serial', strength };
  if (PER_PACK.test(text)) return { role: 'pack_size', strength };
  const folded = fold(text.replaceAll('_', ' '));
  const isQuantity = role === 'ordered' || role === 'quantity' || role === 'packs';
  if (isQuantity && folded.split(' ').some((word) => NOT_ORDERED.has(word)))
    return { role: 'other_quantity', strength };
  if (OF_ALL.test(folded) && role === 'unit_price') return { role: 'line_total', strength };
  if (OF_ALL.test(folded) && role === 'msrp') return { role: 'other', strength };
  return meaning;
}

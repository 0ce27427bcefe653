/** Words that say what a row of an order is: a total, a charge, a cancelled line. Pure. */
import { squeeze } from '../../understanding/vocabulary/fold.ts';

const SUBTOTAL =
  /^\W*(?:sub[\s-]?totals?|zwischensumme|teilsumme|sous[\s-]?total|sub\s?totale|subtotale|parziale|промежуточный итог|подытог|小计|小計|mezisoučet|tussentotaal|delsumma)(?![\p{L}])/iu;
const TOTAL =
  /^\W*(?:(?:grand|order|net|gross|overall|final|full|units?|qty|quantity|pieces|pairs|invoice|document|po|sum)\s+)?(?:totals?|totale?s?|totaal|totalt|summe|gesamt(?:summe|betrag|menge|stückzahl)?|endsumme|итого|всего|сумма|合计|总计|合計|总数|总额|suma|razem|toplam|sum)(?![\p{L}\p{N}])/iu;
/** A total's label has few other words: "Total Look Dress" is a name. */
const TOTAL_COMPANIONS =
  /^(?:sub|grand|order|net|gross|overall|final|due|to|pay|payable|units?|qty|quantity|quantities|pieces|pcs|pairs|styles?|lines?|items?|articles?|amount|value|price|cost|sum|of|the|all|for|in|incl|excl|ex|vat|tax|eur|usd|gbp|chf|sek|cad|aud|general|général|generale|generales|netto|brutto|ht|ttc|stück|stk|menge|paar|euro|pz|pezzi|capi|uds|unidades|pièces|paires|po|document|ordine|commande|bestellung|auftrag|pedido|заказ|заказу|по|шт|руб|к|оплате|this|page|carried|forward|wholesale|retail|order|summe|gesamt|netto|warenwert|quantité|montant|importo|importe|cantidad)$/iu;
const CHARGE =
  /^\W*(?:(?:plus|zzgl|incl|inkl|less|abzgl|add|sales|estimated|minus)\.?\s+)?(?:v\.?a\.?t\.?|taxe?s?|gst|hst|pst|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|iva|i\.v\.a\.?|btw|moms|ндс|税|税额|税金|消費税|freight|shipping|postage|delivery (?:charge|cost|fee)s?|carriage|handling|insurance|surcharge|versand(?:kosten)?|porto|fracht(?:kosten)?|verpackungskosten|frais(?: de port)?|port|transport|livraison|spedizione|spese(?: di (?:spedizione|trasporto))?|trasporto|envío|gastos(?: de envío)?|portes|доставка|运费|送料|discount|rabatt|skonto|nachlass|remise|escompte|sconto|descuento|скидка|折扣|値引|deposit|anzahlung|acompte|acconto|rounding|rundung|duty|zoll|fee|fees|tax|credit|gutschrift|balance|advance|prepayment|pfand)(?![\p{L}])/iu;
const CANCELLED =
  /(?:^|[\s([*–—:-])(?:cancel+ed|cxl|cxld|voided|deleted|storniert|storno|gestrichen|annul[ée]e?|annullat[oa]|cancelad[oa]|anulad[oa]|отмен[её]н[оа]?|аннулирован[оа]?|已取消|取消|キャンセル|geannuleerd|annulleret|makulerad)(?![\p{L}])/iu;
const NOT_CANCELLED =
  /(?:not|never|nicht|non|pas|no|не)\s+(?:to be\s+)?(?:cancel|stor|annul|cancelad|отмен)/iu;

/** What a label of a sum says: of a part, or of everything. */
export type TotalScope = 'subtotal' | 'total';

/** The kind of sum that a text labels; null when it labels none. */
export function totalOf(text: string): TotalScope | null {
  const label = squeeze(text);
  if (SUBTOTAL.test(label)) return 'subtotal';
  return TOTAL.test(label) ? 'total' : null;
}

/** True for a text that labels a sum and nothing else, so that it cannot be a product's name. */
export function isPlainTotal(text: string): boolean {
  const label = squeeze(text);
  if (totalOf(label) === null) return false;
  const words = label.match(/[\p{L}]+/gu) ?? [];
  return words.slice(1).every((word) => TOTAL_COMPANIONS.test(word) || totalOf(word) !== null);
}

/** True for taxes, freight, discounts and whatever else is paid for without being ordered. */
export function isCharge(text: string): boolean {
  const label = squeeze(text);
  return label.length <= 60 && CHARGE.test(label);
}

const CHARGE_COMPANIONS =
  /^(?:and|&|charges?|costs?|fees?|rate|estimated|sales|total|the|of|on|at|to|incl|excl|inkl|zzgl|netto|brutto|kosten|pauschale|flat|standard|express|international|domestic|import|delivery|goods|order|invoice|early|payment|volume|trade|de|di|del|la|le|les|frais|spese|gastos|envío|port|transport|livraison|spedizione|trasporto|et|und|y|e|handling|shipping|freight|packing|packaging|insurance|eur|usd|gbp|chf|u?st|mwst|vat|tva|iva)$/iu;

/** True for a text that names a charge and nothing else: "Port Ellen" is a product. */
export function isPlainCharge(text: string): boolean {
  const words = squeeze(text).match(/[\p{L}]+/gu) ?? [];
  return isCharge(text) && words.slice(1).every((word) => CHARGE_COMPANIONS.test(word) || isCharge(word));
}

const PIECES =
  /unit|qty|quantit|piece|pcs|pair|stück|\bstk|menge|anzahl|paar|pezzi|capi|uds|unidad|prendas|pièce|кол-?во|количество|\bшт|数量|件数|双数|点数/iu;
const MONEY =
  /amount|value|price|cost|betrag|wert|preis|montant|importo|importe|valor|сумма|金额|金額|總額|总额|总价|netto|brutto|\bnet\b|\bht\b|ttc|[$€£¥₽₹]|\b(?:eur|usd|gbp|chf)\b/iu;
const OTHER_COUNT = /pack|carton|ctn|line|style|item|article|weight|volume|karton|colis|colli|page|箱|款/iu;

/** What a total counts by its label: pieces, money, something else such as cartons; null when the label does not say. */
export function countedBy(label: string): 'quantity' | 'amount' | 'other' | null {
  if (PIECES.test(label)) return 'quantity';
  if (MONEY.test(label)) return 'amount';
  return OTHER_COUNT.test(label) ? 'other' : null;
}

/** True where a note says that the row is not ordered any more. */
export function isCancelled(text: string): boolean {
  const note = squeeze(text);
  return note.length <= 80 && CANCELLED.test(note) && !NOT_CANCELLED.test(note);
}

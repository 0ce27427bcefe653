/** Reads origin, season and delivery window. Pure. */
import { squeeze } from '../vocabulary/fold.ts';

const ORIGIN =
  /(?<!\p{L})(?:made in|country of origin|origin|hergestellt in|herkunft|fabriqu[eé] (?:en|au)|pays d['’]origine|origine|prodotto in|fatto in|hecho en|fabricado en|origen|страна(?: происхождения| производства)?|сделано в|产地|原産国)(?:\s*[:：]\s*|\s+|(?=\p{Script=Han}))(?<place>\p{L}[\p{L}'’ ]{1,30})/iu;
const YEAR = String.raw`(?:20\d{2}|['’]?\d{2})`;
const SEASON = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:SS|AW|FW|PF|PS|PRE-?FALL|RESORT|CRUISE|HOLIDAY|F|S)\s?[-/]?\s?${YEAR}(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}])(?:spring|summer|autumn|fall|winter|pre-?fall|holiday|resort|cruise)(?:\s*[-/&]\s*(?:spring|summer|autumn|fall|winter))?\s*${YEAR}(?![\p{N}])`,
    String.raw`(?<![\p{L}])(?:fr[uü]hjahr|sommer|herbst|winter|printemps|[eé]t[eé]|automne|hiver|primavera|estate|autunno|inverno|verano|oto[nñ]o|invierno|весна|лето|осень|зима)(?:\s*[-/&]\s*(?:sommer|winter|[eé]t[eé]|hiver|estate|inverno|verano|invierno|лето|зима))?\s*${YEAR}(?![\p{N}])`,
    String.raw`20\d{2}\s?(?:春夏|秋冬|SS|AW|FW)`,
  ].join('|'),
  'iu',
);
const MONTH = String.raw`(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez)[a-zäéû]*\.?`;
const DATE = String.raw`(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}(?:-\d{2})?|(?:\d{1,2}\s)?${MONTH}(?:\s['’]?\d{1,4})?(?:,?\s\d{4})?)`;
const DELIVERY = new RegExp(
  String.raw`(?:deliver(?:y|ies)(?: window| date)?|del\.|ships?(?: date| window)?|shipping|available|in store|liefer(?:ung|termin|zeit)|livraison|consegna|entrega|поставка|交货期|納期)\s*[:：#]?\s*(?<window>${DATE}(?:\s*(?:-|–|—|to|bis|au|a)\s*${DATE})?)`,
  'iu',
);
const DELIVERY_DROP = /(?:delivery|drop)\s*(?:[:：#]\s*)?(?<drop>[A-D1-9])(?![\p{L}\p{N}./])/iu;

/** The country or region behind "Made in …" and its like; null without such words. */
export function parseOrigin(text: string): string | null {
  const place = ORIGIN.exec(text)?.groups?.['place'];
  return place === undefined ? null : squeeze(place);
}

/** A season as printed: "AW26", "AUTUMN / WINTER 2026". */
export function parseSeason(text: string): string | null {
  const found = SEASON.exec(squeeze(text))?.[0];
  return found === undefined ? null : squeeze(found);
}

/** The window or drop behind a delivery label: "7/30 – 8/30", "Sept 26", "1". */
export function parseDelivery(text: string): string | null {
  const window = DELIVERY.exec(text)?.groups?.['window'] ?? DELIVERY_DROP.exec(text)?.groups?.['drop'];
  return window === undefined ? null : squeeze(window);
}

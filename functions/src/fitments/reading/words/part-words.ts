/** The words that head the columns of parts files, in English, German, French and Spanish. Pure. */
import { type HeaderMeaning, lexiconOf } from '../../../collections/understanding/vocabulary/lexicon.ts';

/** What the header of a column can say. */
export const PART_WORDS = [
  /** The number by which whoever wrote the file names the part. */
  'part_number',
  /** A number for orders and stock: names the part where no part number does. */
  'article_number',
  /** A number of some list: names the part where nothing else does. */
  'record_number',
  /** A number of somebody else's part that this one replaces or matches. */
  'foreign_number',
  'title',
  'name',
  /** What kind of part it is. */
  'kind',
  'description',
  'notes',
  'vehicle',
  'years',
  'year_from',
  'year_to',
  'make',
  /** The maker of vehicles in one file, of parts in another. */
  'brand',
  'model',
  'submodel',
  /** Of a vehicle where there are models, else of the part. */
  'type',
  'engine',
  'position',
  'other',
] as const;
export type PartWord = (typeof PART_WORDS)[number];

const PHRASES: Readonly<Record<PartWord, string>> = {
  part_number: `part number|part numbers|part no|part nr|part #|part num|part id|part code|parts number|parts no|partnumber|partno|partnum|part|part nbr|p n|pn|our part number|our part no|catalog part number|
    teilenummer|teile nr|teilenr|teilnummer|teil nr|numéro de pièce|n de pièce|no pièce|n pièce|référence pièce|réf pièce|número de pieza|número de parte|no de parte|nº de parte|num parte|n parte|número de repuesto|código de pieza`,
  article_number: `sku|sku number|sku code|item number|item no|item nr|item #|item code|item id|item|item sku|product number|product code|product no|product sku|stock number|stock no|stock code|stock #|article number|article no|article|custom label|custom label sku|seller sku|variant sku|
    manufacturer part number|mfr part number|mfr part no|mfg part number|mfg part no|mfg part|mpn|catalog number|catalogue number|catalog no|material|material number|material no|materialnummer|model number|
    artikelnummer|artikel nr|artikelnr|art nr|artnr|artikel|bestellnummer|bestell nr|sachnummer|produktnummer|identnummer|herstellernummer|hersteller teilenummer|
    référence|réf|reference|ref|code article|réf article|référence article|référence produit|code produit|référence fabricant|referencia|código|cod|código de artículo|código artículo|código de producto|código producto|ref fabricante|referencia fabricante|referencia del artículo`,
  record_number: 'product id|id|handle|key|asin|record id|produkt id|artikel id|id produit|id producto',
  foreign_number: `oe number|oe no|oe nr|oe nummer|oe numbers|oem number|oem numbers|oem no|oem nr|oem part number|oem part no|oem|oe|oe part number|oen|original number|originalnummer|cross reference|cross ref|cross reference number|xref|interchange|interchange number|interchange part number|hollander|hollander number|
    competitor part number|competitor number|competitor part|superseded|supersedes|superseded by|superseded part number|supersession|replaces|replacement part number|old part number|former part number|alternate part number|alternative part number|fmsi|fmsi number|fmsi part number|fmsi pad part number|fmsi no|wva|wva number|wva nummer|wva nr|d number|
    vergleichsnummer|vergleichsnummern|ersatz für|ersetzt durch|alte teilenummer|ersetzt|référence oe|référence origine|réf origine|référence constructeur|référence équipementier|équivalence|número oe|número oem|número original|referencia original|referencia oem|equivalencia|ref cruzada|
    upc|ean|gtin|barcode|epid|upc code|ean code|kba|k type|ktype|k typ|ktyp|k typ nr|tecdoc|tecdoc number|base vehicle id|basevehicle id|vehicle id|unique vehicle id|vcdb id|aces id|vin|part terminology id|ptid|parent part number|parent sku|parent id|supplier part number|vendor part number|customer part number`,
  title: `title|product title|item title|listing title|part title|titel|artikeltitel|produkttitel|titre|titre du produit|título|título del producto|titulo`,
  name: `name|product name|part name|item name|part terminology name|part terminology|terminology|short description|item description|part description|product description|product|description 1|desc 1|kurzbeschreibung|kurztext|bezeichnung|artikelbezeichnung|teilebezeichnung|benennung|produktname|produkt|artikelname|
    désignation|libellé|nom|nom du produit|nom de la pièce|nombre|nombre del producto|nombre de la pieza|denominación|designación|producto|pieza|pièce`,
  kind: `part type|product type|product group|product category|category|sub category|subcategory|category name|group|product line|line|teileart|produktart|produktgruppe|warengruppe|artikelgruppe|kategorie|gruppe|catégorie|type de pièce|famille|gamme|categoría|tipo de pieza|tipo de producto|familia|grupo`,
  description: `description|descriptions|desc|long description|full description|extended description|marketing description|product desc|part desc|item desc|beschreibung|langtext|produktbeschreibung|artikelbeschreibung|langbeschreibung|text|description longue|description du produit|descriptif|descripción|descripción larga|descripción del producto|body html`,
  notes: `notes|note|comment|comments|remark|remarks|special comments|details|detail|product details|additional information|additional info|info|fitment notes|fitment note|application notes|application note|vehicle notes|features|feature|bullet|bullet point|bullet points|bullet 1|bullet 2|bullet 3|bullet 4|bullet 5|qualifier|qualifiers|restrictions|restriction|footnote|footnotes|exclusions|exclusion|mfr label|mfrlabel|
    bemerkung|bemerkungen|anmerkung|anmerkungen|hinweis|hinweise|einschränkung|einschränkungen|zusatzinfo|zusatzinformation|zusatztext|kommentar|merkmale|details zum artikel|remarque|remarques|commentaire|commentaires|observations|détails|précisions|restrictions véhicule|notas|nota|comentario|comentarios|observaciones|observación|detalles|detalle|restricciones`,
  vehicle: `fitment|fitments|vehicle fitment|product fitment|fits|fit|fits vehicles|fits on|fits models|fits for|fitment details|application|applications|vehicle application|vehicle applications|app|compatibility|compatible with|compatible vehicles|compatible models|vehicle compatibility|compatibility list|compatible vehicle|relationship details|relationshipdetails|vehicle|vehicles|vehicle list|base vehicle|basevehicle|car|cars|suitable for|for vehicle|make model|make model year|year make model|ymm|vehicle description|used on|
    fahrzeug|fahrzeuge|fahrzeugzuordnung|fahrzeugliste|fahrzeugverwendung|kfz|verwendung|verwendungsliste|passend für|passt für|passend zu|kompatibel mit|kompatibilität|kompatible fahrzeuge|geeignet für|anwendung|véhicule|véhicules|véhicules compatibles|compatibilité|compatible avec|affectation|affectations|adaptable|montage sur|vehículo|vehículos|compatibilidad|compatible con|vehículos compatibles|aplicación|aplicaciones|adaptable a|para vehículo`,
  years: `year|years|year range|years range|yr|yrs|model year|model years|my|year s|vehicle year|vehicle years|base vehicle year|production years|production year|year of manufacture|year of production|year of construction|yom|years made|baujahr|baujahre|bj|jahr|jahre|modelljahr|bauzeit|bauzeitraum|produktionszeitraum|année|années|an|ans|millésime|année modèle|années modèle|période|año|años|año modelo|años modelo|año s|ano|anos|período`,
  year_from: `year from|from year|years from|start year|begin year|beginning year|first year|year start|year begin|min year|year min|earliest year|low year|year low|year 1|from|production from|built from|production start|baujahr von|bj von|jahr von|von jahr|baujahr ab|bj ab|von|ab|bauzeit von|erstes jahr|année début|année de début|début|de l année|année de|année du|depuis|du|año desde|desde año|desde|año inicio|año inicial|año de inicio|inicio`,
  year_to: `year to|to year|years to|end year|ending year|last year|year end|max year|year max|latest year|high year|year high|year 2|to|through|thru|until|production to|built to|production end|baujahr bis|bj bis|jahr bis|bis jahr|bis|bauzeit bis|letztes jahr|année fin|année de fin|fin|à l année|année à|année au|jusqu à|jusque|au|año hasta|hasta año|hasta|año fin|año final|año de fin|final`,
  make: `make|makes|make name|vehicle make|car make|vehicle manufacturer|car manufacturer|car brand|vehicle brand|base vehicle make|automaker|fahrzeugmarke|fahrzeughersteller|automarke|kfz hersteller|kfz marke|marque véhicule|marque du véhicule|marque voiture|constructeur|marca vehículo|marca del vehículo|marca de coche|marca coche`,
  brand: `brand|brand name|brands|manufacturer|mfr|mfg|marke|hersteller|herstellername|marque|fabricant|marca|fabricante`,
  model: `model|models|model range|model series|model line|model name|vehicle model|car model|base vehicle model|modell|modelle|fahrzeugmodell|modellreihe|baureihe|modellbezeichnung|automodell|gamme modèle|gamme de modèles|modèle|modèles|modèle véhicule|modèle du véhicule|modelo|modelos|modelo vehículo|modelo del vehículo|modelo de coche`,
  submodel: `submodel|sub model|submodels|sub model name|trim|trims|trim level|trim name|vehicle trim|series|variant|version|generation|chassis|chassis code|body|body style|body type|bodytype|ausführung|ausstattung|ausstattungslinie|fahrzeugtyp|modelltyp|variante|generation code|karosserie|baumuster|finition|carrosserie|versión|acabado|carrocería|serie|phase|gamme véhicule`,
  type: `type|typ|tipo`,
  engine: `engine|engines|engine name|engine size|engine base|enginebase|engine type|engine description|engine code|engine liter|liter|litre|liters|displacement|engine displacement|motor|motoren|motorisierung|motorcode|motorkennbuchstabe|mkb|hubraum|motortyp|moteur|moteurs|motorisation|cylindrée|code moteur|motorización|cilindrada|código motor|código de motor|motores`,
  position: `position|positions|part position|vehicle position|mounting position|fitting position|install position|installation position|placement|placement on vehicle|location|location on vehicle|side|axle|front rear|einbauposition|einbauort|einbauseite|achse|seite|montageort|lage|emplacement|côté|essieu|position de montage|posición|posición de montaje|ubicación|lado|eje|colocación`,
  other: `price|list price|cost|msrp|map|retail price|sale price|jobber|net|core|core price|core charge|currency|quantity|qty|qty oh|qty on hand|on hand|stock|in stock|available|availability|inventory|weight|shipping weight|length|width|height|thickness|diameter|depth|size|dimensions|color|colour|finish|material type|bolt holes|bolt pattern|pcd|centre hole diameter|center bore|solid or vented|condition|warranty|image|images|picture|picture url|photo|url|link|pack|pack size|pack qty|
    package|package quantity|unit|uom|status|date|created|updated|modified|published|tags|vendor|vendor name|supplier|parent child|relationship|action|format|duration|store|shop|bin|country|country of origin|origin|hs code|tariff|tax|discount|minimum|moq|lead time|valid from|valid to|date from|date to|start date|end date|sort|sort order|count|bhp|hp|kw|ps|power|horsepower|valves|cylinders|fuel|fuel type|vehicle type|vehicle class|region|market|date change|type of change|changes|change|contains|kit parts|qty required|qty per vehicle|quantity per vehicle|
    preis|vk|ek|uvp|listenpreis|nettopreis|währung|menge|anzahl|bestand|lagerbestand|verfügbar|gewicht|länge|breite|höhe|dicke|durchmesser|größe|farbe|zustand|bild|bilder|verpackungseinheit|ve|einheit|datum|lieferant|land|zolltarifnummer|lieferzeit|rabatt|rabattgruppe|leistung|zylinder|kraftstoff|lager|lagerplatz|
    prix|prix ht|prix ttc|prix de vente|devise|quantité|qté|stock disponible|poids|longueur|largeur|hauteur|épaisseur|diamètre|taille|couleur|état|photo url|unité|fournisseur|pays|remise|puissance|carburant|délai|
    precio|precio neto|pvp|moneda|cantidad|cant|existencias|disponible|peso|longitud|ancho|anchura|altura|espesor|diámetro|tamaño|color pintura|estado|imagen|foto|unidad|proveedor|país|descuento|potencia|combustible|plazo`,
};

const LEXICON = lexiconOf(PART_WORDS, PHRASES);

/** eBay's item specifics and required columns, and what stands in brackets beside a name. */
const PREFIX = /^(?:\*\s*)?(?:C:\s*)?/u;
const BESIDE = /\([^)]*\)|\[[^\]]*\]|\*+$/gu;

/** A single word makes money of any other: "Variant Price" is no variant. */
const OF_MONEY = /(?:^|[^\p{L}])(?:prices?|costs?|preis|prix|precio)(?:$|[^\p{L}])/iu;

const known = new Map<string, HeaderMeaning<PartWord> | null>();
/** Headers repeat; texts that are no headers are many. */
const MOST_KNOWN = 20_000;

/** What a header says; null when it says nothing known. "PartNumber", "part_number" and "*C:Part Number" are the same. */
export function meaningOfPartHeader(text: string): HeaderMeaning<PartWord> | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const whole = spaced(text.replace(PREFIX, ''));
  const bare = whole.replaceAll(BESIDE, ' ').trim();
  if (OF_MONEY.test(whole)) return remember(text, { role: 'other', strength: 1 });
  const exact = LEXICON.roleOfPhrase(whole) ?? LEXICON.roleOfPhrase(bare);
  const meaning =
    exact === null ? LEXICON.meaningOf(bare === '' ? whole : bare) : { role: exact, strength: 1 };
  return remember(text, meaning);
}

function remember(text: string, meaning: HeaderMeaning<PartWord> | null): HeaderMeaning<PartWord> | null {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, meaning);
  return meaning;
}

/** The meaning of a text that is exactly a known phrase; null otherwise. Cheap. */
export function partWordOfPhrase(text: string): PartWord | null {
  return LEXICON.roleOfPhrase(spaced(text));
}

/** Words written together in capitals, as programs name columns: "PartNumber" → "Part Number". */
function spaced(text: string): string {
  return text.replaceAll('_', ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

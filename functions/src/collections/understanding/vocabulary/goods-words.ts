/**
 * Words for kinds of goods: which of them mean the same, and which kinds belong to a wider one. Only for following what
 * a person asks for; what a linesheet says by itself is taken at its word.
 */
import { wordsOf } from './fold.ts';

/** Words for one thing, as printed, separated by bars. */
const SYNONYMS: readonly string[] = [
  'trousers|pants|slacks|hose|hosen|pantalon|pantaloni|pantalón|брюки',
  'jumper|sweater|pullover|strickpullover|maglione|jerséi|свитер',
  't shirt|tee|tshirt|tee shirt|maglietta|camiseta|футболка',
  'shirt|hemd|hemden|chemise|camicia|camisa|рубашка',
  'blouse|bluse|blusen|chemisier|blusa|блузка',
  'dress|gown|frock|kleid|kleider|robe|vestito|abito|vestido|платье',
  'skirt|rock|röcke|jupe|gonna|falda|юбка',
  'jacket|jacke|jacken|veste|blouson|giacca|chaqueta|куртка',
  'coat|mantel|mäntel|manteau|cappotto|abrigo|пальто',
  'waistcoat|vest|gilet|weste',
  'trainers|sneakers|turnschuhe|baskets|zapatillas',
  'bag|tasche|taschen|sac|borsa|bolso|сумка',
  'hat|hut|hüte|chapeau|cappello|sombrero',
  'scarf|scarves|schal|schals|écharpe|sciarpa|bufanda|шарф',
  'belt|gürtel|ceinture|cintura|cinturón|ремень',
  'socks|socken|chaussettes|calzini|calcetines|носки',
  'shoes|schuhe|chaussures|scarpe|zapatos|обувь|footwear',
  'swimwear|swim|beachwear|bademode|maillots|costumi|baño',
  'men|man|mens|menswear|herren|homme|uomo|hombre|male',
  'women|woman|womens|womenswear|ladies|damen|femme|donna|mujer|female',
  'kids|children|childrens|kinder|enfant|bambino|niños|girls|boys',
];

/** Wider kinds: the words for the kind itself, then what belongs to it. */
const KINDS: readonly (readonly [names: string, members: string])[] = [
  [
    'tops|top|oberteile|hauts|upper body',
    't shirt|shirt|blouse|top|tank|camisole|cami|polo|tunic|henley|vest|bodysuit|longsleeve|jumper|cardigan|sweatshirt|hoodie',
  ],
  ['bottoms|bottom|unterteile|bas', 'trousers|jeans|shorts|skirt|leggings|chinos|culottes|joggers|cargo'],
  [
    'knitwear|knits|knit|strick|maille|maglieria|punto',
    'jumper|cardigan|knit|knitted|turtleneck|rollneck|crewneck|poncho|strickjacke',
  ],
  [
    'outerwear|jackets and coats|coats and jackets|überbekleidung|capispalla',
    'coat|jacket|parka|anorak|trench|duffle|blazer|waistcoat|gilet|cape|raincoat|windbreaker|puffer|bomber|overshirt',
  ],
  ['tailoring|suits|suiting|anzüge', 'suit|blazer|tuxedo|anzug|sakko'],
  ['denim', 'jeans|jean|denim'],
  ['one pieces|all in one|jumpsuits', 'jumpsuit|playsuit|romper|dungarees|overall|boilersuit|onesie'],
  [
    'accessories|accessory|accessoires|accessori|accesorios|аксессуары',
    'bag|belt|scarf|hat|cap|beanie|gloves|mittens|socks|tie|purse|wallet|tote|backpack|clutch|umbrella|sunglasses|hairband|headband|shawl|snood|keyring|jewellery|earrings|necklace|bracelet|ring',
  ],
  [
    'bags|leather goods|taschen',
    'tote|backpack|clutch|purse|satchel|rucksack|handbag|pouch|weekender|shopper|crossbody',
  ],
  ['headwear|hats', 'hat|cap|beanie|beret|headband|balaclava|bucket'],
  [
    'shoes|footwear',
    'boot|boots|trainers|sandal|sandals|loafer|loafers|slipper|slippers|mule|mules|heel|heels|pump|pumps|derby|oxford|clog|ballerina|espadrille|flip flop',
  ],
  [
    'underwear|lingerie|intimates|unterwäsche|nightwear|loungewear|sleepwear',
    'bra|brief|briefs|boxer|boxers|thong|slip|pyjama|pyjamas|pajama|nightdress|robe|dressing gown',
  ],
  ['swimwear', 'bikini|swimsuit|boardshorts|tankini|trunks|rashguard|kaftan|sarong'],
  [
    'jewellery|jewelry|schmuck|bijoux|gioielli|joyería',
    'earrings|earring|necklace|bracelet|ring|pendant|brooch|anklet|chain|hoops|stud',
  ],
  [
    'homeware|home|home decor|wohnen|maison|casa',
    'vase|cushion|throw|blanket|candle|candleholder|lamp|mirror|rug|tray|frame|basket|planter|duvet|curtain',
  ],
  [
    'tableware|dining|kitchen|geschirr',
    'plate|bowl|mug|cup|glass|carafe|jug|teapot|cutlery|platter|dish|tumbler',
  ],
  [
    'bath and body|beauty|skincare|cosmetics|kosmetik',
    'soap|cream|lotion|serum|shampoo|conditioner|balm|oil|scrub|cleanser|mask|perfume|fragrance',
  ],
  [
    'stationery|paper goods|papeterie',
    'notebook|card|cards|pen|pencil|planner|calendar|journal|envelope|sticker|wrapping',
  ],
  ['textiles|linens|heimtextilien', 'towel|sheet|pillowcase|napkin|tablecloth|duvet|blanket|throw|apron'],
];

/** A word without the ending of its plural, as far as that can be told without a dictionary. */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The words of a text in comparable form: folded, in the singular. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map(singular);
}

/** Stand between the parts of a name and say nothing of the goods. */
const JOINING = ['and', 'und', 'et'];

/** A text as a phrase that can be looked up here: its stems, without "and". */
export function phraseOf(text: string): string {
  return stemsOf(text)
    .filter((stem) => !JOINING.includes(stem))
    .join(' ');
}

const phrases = (bars: string): string[] => bars.split('|').map(phraseOf);

const SYNONYM_SETS = SYNONYMS.map(phrases);
const KIND_SETS = KINDS.map(([names, members]) => ({ names: phrases(names), members: phrases(members) }));

/** Other phrases for the thing that `phrase` names; see `phraseOf`. */
export function synonymsOf(phrase: string): string[] {
  const sets = SYNONYM_SETS.filter((set) => set.includes(phrase));
  return [...new Set(sets.flat())].filter((other) => other !== phrase);
}

/** What belongs to the kind that `phrase` names, with the synonyms of each; nothing when it names none. */
export function membersOf(phrase: string): string[] {
  const called = new Set([phrase, ...synonymsOf(phrase)]);
  const members = KIND_SETS.filter(({ names }) => names.some((name) => called.has(name))).flatMap(
    (kind) => kind.members,
  );
  return [...new Set(members.flatMap((member) => [member, ...synonymsOf(member)]))];
}

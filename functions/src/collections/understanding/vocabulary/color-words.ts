/** Words for colours and shades in the languages of linesheets, folded. A text made of them is a colour. */
import { fold } from './fold.ts';

const WORDS = [
  // English: basic, fashion shades, patterns and finishes that stand for a colour
  'black white red blue green yellow orange purple pink brown grey gray beige navy ivory cream ecru khaki olive teal',
  'turquoise aqua mint lime emerald forest sage moss burgundy maroon wine bordeaux oxblood rust terracotta brick coral',
  'salmon peach apricot rose blush fuchsia magenta lilac lavender mauve plum violet indigo cobalt royal sky denim',
  'chambray charcoal slate graphite anthracite silver gold bronze copper brass champagne pearl platinum gunmetal sand',
  'stone taupe camel tan tobacco cognac chocolate coffee mocha espresso chestnut mahogany caramel honey mustard ochre',
  'saffron amber lemon vanilla bone oatmeal oat natural nude chalk snow ink midnight heather melange marl clay ash fog',
  'smoke steel ice petrol pistachio avocado sienna umber cinnamon nutmeg walnut raspberry cherry cranberry berry ruby',
  'scarlet crimson tomato papaya mango tangerine pumpkin sunflower butter lapis sapphire jade fern pine hunter army',
  'military leopard camo floral stripe striped multi multicolor multicolour assorted optic off clear transparent',
  'orchid heliotrope wheat linen almond biscuit toffee fawn mushroom pebble dove cloud shadow jet onyx ebony raven',
  // German, French, Italian, Spanish, Portuguese
  'schwarz weiss rot blau grun gelb lila rosa braun grau dunkelblau hellblau marine creme silber kupfer natur sandfarben',
  'noir blanc rouge bleu vert jaune violet rose marron gris ecru argent dore ivoire kaki bordeaux naturel camel',
  'nero bianco rosso blu verde giallo arancione viola marrone grigio beige argento oro panna avorio',
  'negro blanco rojo azul amarillo naranja morado marron gris plata dorado crudo arena preto branco vermelho amarelo',
  // Russian
  'черныи белыи красныи синии голубои зеленыи желтыи оранжевыи фиолетовыи розовыи коричневыи серыи бежевыи золотои',
  'серебряныи бордовыи молочныи хаки черная белая красная синяя зеленая серая',
].flatMap((line) => line.split(' '));

const COLOR_WORDS: ReadonlySet<string> = new Set(WORDS.map(fold));
const CJK_COLOR =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー①-⑳\s]*(?:黑|白|红|赤|蓝|青|紺|绿|緑|黄|橙|紫|粉|灰|棕|茶|米|金|银|銀|生成り|グレー|ブラック|ホワイト|ベージュ|ネイビー|ピンク|ブルー|レッド)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]*$/u;

/** True for a single word that means a colour or a shade. The word is folded. */
export function isColorWord(word: string): boolean {
  return COLOR_WORDS.has(word) || CJK_COLOR.test(word);
}

/** Whether a product comes in a colour that an order names. Pure. */
import { fold, wordsOf } from '../../understanding/vocabulary/fold.ts';
import type { LinesheetProduct } from '../linesheet-product.ts';
import type { OrderStyle } from '../order-styles.ts';

type Colors = Pick<LinesheetProduct, 'colors' | 'color_codes'>;
type Wanted = Pick<OrderStyle, 'color' | 'color_code'>;

/** The same colour in several languages: an order need not be in the language of its linesheet. */
const SAME_COLOR: ReadonlyMap<string, string> = new Map(
  [
    'black schwarz noir nero negro preto zwart svart sort czarny черныи черная',
    'white weiss blanc blanche bianco blanco branco wit vit hvid bialy белыи белая',
    'red rot rouge rosso rojo vermelho rood rod czerwony красныи красная',
    'blue blau bleu blu azul blauw bla niebieski синии синяя',
    'green grun vert verte verde groen gron zielony зеленыи зеленая',
    'yellow gelb jaune giallo amarillo amarelo geel gul zolty желтыи желтая',
    'grey gray grau gris grigio cinza grijs gra szary серыи серая',
    'brown braun marron marrone bruin brun brazowy коричневыи коричневая',
    'pink rosa rose różowy rozowy розовыи розовая',
    'orange arancione naranja laranja оранжевыи',
    'purple lila violett violet viola morado roxo paars фиолетовыи',
    'navy marine marineblau dunkelblau marino',
    'charcoal anthrazit anthracite antracite antracita',
    'cream creme ecru panna crema crudo',
    'silver silber argent argento plata',
    'gold or oro dore guld золотои',
    'multi multicolor multicolour mehrfarbig bunt multicolore',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(fold);
    return [first, ...others].map((word) => [word, first] as const);
  }),
);

function colorWords(color: string): string[] {
  return wordsOf(color).map((word) => SAME_COLOR.get(word) ?? word);
}

/** How surely the product comes in the colour: 2 as named or by its code, 1 by some of its words, 0 not at all. */
export function colorAgreement(product: Colors, wanted: Wanted): 0 | 1 | 2 {
  if (colorIndex(product, wanted) !== null) return 2;
  if (wanted.color === null) return 0;
  const words = new Set(colorWords(wanted.color));
  const isPart = (color: string) => {
    const other = colorWords(color);
    const shared = other.filter((word) => words.has(word)).length;
    return shared > 0 && shared === Math.min(other.length, words.size);
  };
  return product.colors.some(isPart) ? 1 : 0;
}

/** The product's colour or code that is the wanted one exactly, as an index; null when there is none. */
export function colorIndex(product: Colors, { color, color_code }: Wanted): number | null {
  const codes = product.color_codes.map(fold);
  for (const code of [color_code, color]) {
    const byCode = code === null ? -1 : codes.indexOf(fold(code));
    if (byCode >= 0) return byCode;
  }
  if (color === null) return null;
  const words = colorWords(color).join(' ');
  const byName = product.colors.findIndex((offered) => colorWords(offered).join(' ') === words);
  return byName < 0 ? null : byName;
}

/** True when the product says which colours there are, the order says which one it wants, and it is none of them. */
export function lacksColor(product: Colors, wanted: Wanted): boolean {
  const says = product.colors.length > 0 && (wanted.color !== null || wanted.color_code !== null);
  const comparable = wanted.color !== null || product.color_codes.length > 0;
  return says && comparable && colorAgreement(product, wanted) === 0;
}

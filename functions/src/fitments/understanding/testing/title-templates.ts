/** Ways to write the title of a part that fits known vehicles: the understanding has to read each of them back. */

/** What is rendered: a vehicle of the table, and the years it is fitted in. */
export interface KnownFitment {
  make: string;
  model: string;
  from: number;
  to: number;
}

type YearSpelling = (from: number, to: number) => string;

const short = (year: number) => String(year % 100).padStart(2, '0');
const list = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** A year alone, or a range in the given writing. */
const ranged =
  (write: YearSpelling): YearSpelling =>
  (from, to) =>
    from === to ? String(from) : write(from, to);

/** Years as people and programs write them. */
export const YEAR_SPELLINGS: readonly YearSpelling[] = [
  ranged((from, to) => `${from}-${to}`),
  ranged((from, to) => `${from} - ${to}`),
  ranged((from, to) => `${from}–${to}`),
  ranged((from, to) => `${from}-${short(to)}`),
  ranged((from, to) => `${short(from)}-${short(to)}`),
  ranged((from, to) => `'${short(from)}-'${short(to)}`),
  ranged((from, to) => `’${short(from)} – ’${short(to)}`),
  ranged((from, to) => `${from} to ${to}`),
  ranged((from, to) => `${from} thru ${to}`),
  ranged((from, to) => `${from} through ${to}`),
  ranged((from, to) => `from ${from} to ${to}`),
  ranged((from, to) => `between ${from} and ${to}`),
  ranged((from, to) => `${from} bis ${to}`),
  ranged((from, to) => `von ${from} bis ${to}`),
  ranged((from, to) => `Bj. ${from}-${to}`),
  ranged((from, to) => `Modelljahr ${from} bis ${to}`),
  ranged((from, to) => `de ${from} à ${to}`),
  ranged((from, to) => `desde ${from} hasta ${to}`),
  ranged((from, to) => `${from} al ${to}`),
  ranged((from, to) => `01/${from}-12/${to}`),
  ranged((from, to) => `MY${from}-${to}`),
  ranged((from, to) => `model years ${from}-${to}`),
  ranged((from, to) => `(${from}-${to})`),
  (from, to) => list(from, to).join(' '),
  (from, to) => list(from, to).join(', '),
  (from, to) => list(from, to).join('/'),
  (from, to) => list(from, to).join(' & '),
];

type Template = (
  fitments: readonly KnownFitment[],
  years: YearSpelling,
  product: string,
) => readonly string[];

const named = ({ make, model }: KnownFitment) => `${make} ${model}`;
const before = (years: YearSpelling) => (fitment: KnownFitment) =>
  `${years(fitment.from, fitment.to)} ${named(fitment)}`;
const after = (years: YearSpelling) => (fitment: KnownFitment) =>
  `${named(fitment)} ${years(fitment.from, fitment.to)}`;

/** Each vehicle with its own years. */
export const TITLE_TEMPLATES: readonly Template[] = [
  (fitments, years, product) => [`${fitments.map(before(years)).join(', ')} ${product}`],
  (fitments, years, product) => [`${fitments.map(before(years)).join(' / ')} ${product}`],
  (fitments, years, product) => [`${product} for ${fitments.map(before(years)).join(' & ')}`],
  (fitments, years, product) => [`${product} fits ${fitments.map(before(years)).join(' and ')}`],
  (fitments, years, product) => [`${product} Compatible with ${fitments.map(before(years)).join('; ')}`],
  (fitments, years, product) => [`${product} - ${fitments.map(before(years)).join(' | ')}`],
  (fitments, years, product) => [product, `Fits: ${fitments.map(before(years)).join(' / ')}`],
  (fitments, years, product) => [product, fitments.map(before(years)).join('\n')],
  (fitments, years, product) => [`NEW ${product} ${fitments.map(before(years)).join(', ')} OEM Quality`],
  (fitments, years, product) => [`${product} für ${fitments.map(before(years)).join(' und ')}`],
  (fitments, years, product) => [`${product} pour ${fitments.map(before(years)).join(' et ')}`],
  (fitments, years, product) => [`${product} para ${fitments.map(before(years)).join(' y ')}`],
  (fitments, years, product) => [`${product} ${fitments.map(after(years)).join(', ')}`],
  (fitments, years, product) => [`${product} ${fitments.map(after(years)).join(' / ')}`],
  (fitments, years, product) => [`${product} for ${fitments.map(after(years)).join(' & ')}`],
  (fitments, years, product) => [`${product} fits ${fitments.map(after(years)).join(' and ')}`],
  (fitments, years, product) => [`${product}, ${fitments.map(after(years)).join('; ')}`],
  (fitments, years, product) => [`${product} - ${fitments.map(after(years)).join(' | ')}`],
  (fitments, years, product) => [product, `Application: ${fitments.map(after(years)).join(' + ')}`],
  (fitments, years, product) => [product, fitments.map(after(years)).join('\n')],
  (fitments, years, product) => [`${fitments.map(after(years)).join(', ')} ${product}`],
  (fitments, years, product) => [`${fitments.map(after(years)).join('; ')}; ${product}`],
  (fitments, years, product) => [`${product} passend für ${fitments.map(after(years)).join(' und ')}`],
  (fitments, years, product) => [`${product} pour ${fitments.map(after(years)).join(' et ')}`],
  (fitments, years, product) => [`${product} compatible con ${fitments.map(after(years)).join(' y ')}`],
  (fitments, years, product) => [`${product} (${fitments.map(after(years)).join('), (')})`],
  (fitments, years, product) => [
    `${product}. ${fitments.map((fitment) => `Fits ${after(years)(fitment)}.`).join(' ')}`,
  ],
  (fitments, years, product) => [`${product} [${fitments.map(before(years)).join(' • ')}]`],
  (fitments, years, product) => [`${product} ${fitments.map(after(years)).join(' ')}`.toUpperCase()],
  (fitments, years, product) => [`${product} ${fitments.map(after(years)).join(', ')}`.toLowerCase()],
  (fitments, years, product) => [
    fitments
      .map(
        (fitment) =>
          `Make: ${fitment.make}, Model: ${fitment.model}, Years: ${years(fitment.from, fitment.to)}`,
      )
      .join('; '),
    product,
  ],
  (fitments, years, product) => [
    `${product} ${fitments.map(before(years)).join(', ')}`,
    'Replaces 2007-1234, 12V, 2000 miles',
  ],
];

/** All vehicles with the same years. */
export const SHARED_TEMPLATES: readonly Template[] = [
  (fitments, years, product) => [`${yearsOf(fitments, years)} ${fitments.map(named).join(' / ')} ${product}`],
  (fitments, years, product) => [`${product} ${fitments.map(named).join(', ')} ${yearsOf(fitments, years)}`],
  (fitments, years, product) => [
    `${product} ${fitments.map(named).join(' & ')} (${yearsOf(fitments, years)})`,
  ],
  (fitments, years, product) => [
    `${product} for ${yearsOf(fitments, years)} ${fitments.map(named).join(' ')}`,
  ],
  (fitments, years, product) => [`${product} ${fitments.map(named).join(' und ')}`, yearsOf(fitments, years)],
];

function yearsOf(fitments: readonly KnownFitment[], years: YearSpelling): string {
  const [first] = fitments;
  return first === undefined ? '' : years(first.from, first.to);
}

/** What is sold: words and numbers that say nothing of vehicles, some of them names of vehicles. */
export const PRODUCTS: readonly string[] = [
  'Front Brake Rotor',
  'Spark Plug Set of 4',
  'Pilot Bearing 6203',
  'Wiper Blade 24"',
  'Ceramic Brake Pads w/ hardware',
  'Oil Filter',
  'Headlight LH Driver Side',
  'Bremsscheiben vorne 282 mm',
  'Plaquettes de frein avant',
  'Pastillas de freno delanteras',
  'Battery Charger 12V 10A',
  'Gasket Kit GT-2012',
  'Air Filter Element',
  'LED Focus Light',
  'Bolt Kit M12x1.5',
  'Cold Air Intake (Chrome)',
  'Stoßdämpfer hinten',
  'A/C Compressor',
];

/** What all texts and columns of a part claim of vehicles. Pure. */
import type { ExceptionDraft } from '@docket/model/fitment/fitment';
import type { PartText } from '@docket/model/fitment/part-text';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import type { ClaimedYears, Claims, Doubt, VehicleClaim } from './claims.ts';
import type { VehicleMention, YearsMention } from './grammar/mentions.ts';
import { type ReadGiven, readGiven } from './read-given.ts';
import { type ReadText, readText } from './read-text.ts';

/** Understands a part, all of it: it is limited by `LIMITS`. What is not said in it is not claimed. */
export function understand(part: PartText, vehicles: VehicleIndex): Claims {
  const read = readTexts(part, vehicles);
  const given = part.given.map((row) => readGiven(row, vehicles));
  const looseYears = read.flatMap(({ loose_years: years }) => years).filter(isSaid);
  const qualifiers = [...new Set(read.flatMap(({ loose_qualifiers: loose }) => loose))];
  const exceptions = [...read, ...given].flatMap((each) => each.exceptions);
  const named = read.flatMap((each) => each.vehicles);
  const claims = [
    ...given.flatMap((row) => claimsOfGiven(row, looseYears)),
    ...named.map((vehicle) => claimOf(vehicle, looseYears)),
    ...read.flatMap((each) => claimsOfMakes(each, vehicles)),
  ].map((claim) => (qualifiers.length === 0 ? claim : withQualifiers(claim, qualifiers)));
  const timed = claims.filter((claim): claim is VehicleClaim => claim.years !== null);
  const isTimed = (claim: Untimed) =>
    claim.models.some((model) => timed.some((other) => other.models.includes(model)));
  const untimed = claims.filter((claim) => claim.years === null && !isTimed(claim));
  const all = distinct([
    ...exceptions.filter((exception) => !isAnswered(exception, timed)),
    ...untimed.map(withoutYears),
  ]);
  if (timed.length === 0 && all.length === 0) all.push(NOTHING);
  return { vehicles: timed, exclusions: read.flatMap((each) => each.exclusions), exceptions: all };
}

const NOTHING: ExceptionDraft = {
  code: 'no_vehicle',
  words: '',
  reasoning: 'No text of the part names a vehicle.',
};

function readTexts(part: PartText, vehicles: VehicleIndex): ReadText[] {
  const texts = [...new Set(part.texts.map((text) => text.trim()))].filter((text) => text !== '');
  const read: ReadText[] = [];
  for (const text of texts) {
    read.push(readText(text, vehicles, read.at(-1)?.make ?? null));
  }
  return read;
}

/** A claim whose years may not be known yet. */
type Untimed = Omit<VehicleClaim, 'years'> & { years: readonly ClaimedYears[] | null };

/** Years of a text without vehicles count for the vehicles of the others when they are plainly years. */
const isSaid = ({ parts, is_beside: isBeside }: YearsMention) =>
  parts.some(({ is_single: isSingle }) => !isSingle) || isBeside;

function claimOf(vehicle: VehicleMention, loose: readonly YearsMention[]): Untimed {
  const { models, words, submodels, qualifiers, years } = vehicle;
  const elsewhere = years === null ? yearsElsewhere(loose) : null;
  const doubts = [...vehicle.doubts, ...(years?.doubts ?? elsewhere?.doubts ?? [])];
  return {
    models,
    words,
    submodels,
    qualifiers,
    year_words: years?.words ?? elsewhere?.words ?? '',
    years: years?.years ?? elsewhere?.years ?? null,
    doubts: new Set(doubts),
  };
}

function yearsElsewhere(loose: readonly YearsMention[]) {
  if (loose.length === 0) return null;
  return {
    words: loose.map(({ words }) => words).join(', '),
    years: loose.flatMap(({ parts }) => parts.map(({ years }) => years)),
    doubts: [...loose.flatMap(({ doubts }) => doubts), 'years_elsewhere'] satisfies Doubt[],
  };
}

function claimsOfGiven({ claims }: ReadGiven, loose: readonly YearsMention[]): Untimed[] {
  return claims.map((claim) => {
    if (claim.years !== null) return claim;
    const elsewhere = yearsElsewhere(loose);
    if (elsewhere === null) return claim;
    return {
      ...claim,
      year_words: elsewhere.words,
      years: elsewhere.years,
      doubts: new Set([...claim.doubts, ...elsewhere.doubts]),
    };
  });
}

/** "All Tesla models 2015-2020": every model of the make that was made then. */
function claimsOfMakes({ whole_makes: makes }: ReadText, vehicles: VehicleIndex): Untimed[] {
  return makes.flatMap(({ make, words, years }) => {
    if (years === null) return [];
    const claimed = years.parts.map((part) => part.years);
    const isMade = (from: number, to: number) =>
      claimed.some((range) => (range.from ?? 0) <= to && from <= (range.to ?? 9999));
    return vehicles
      .modelsOf(make)
      .filter((model) => vehicles.variantsOf(model).length === 0)
      .filter((model) => model.years.some(({ from, to }) => isMade(from, to ?? vehicles.lastYear)))
      .map((model): Untimed => {
        const own = model.years[0]?.from ?? 0;
        const last = model.years.at(-1)?.to ?? vehicles.lastYear;
        // Years of the make in which this model was not made are not claimed of it.
        const within = claimed
          .map(({ from, to }) => ({ from: Math.max(from ?? 0, own), to: Math.min(to ?? 9999, last) }))
          .filter(({ from, to }) => from <= to);
        return {
          models: [model],
          words,
          year_words: years.words,
          years: within,
          submodels: [],
          qualifiers: [],
          doubts: new Set<Doubt>(['all_models', ...years.doubts]),
        };
      });
  });
}

function withQualifiers(claim: Untimed, qualifiers: readonly string[]): Untimed {
  return { ...claim, qualifiers: [...new Set([...claim.qualifiers, ...qualifiers])] };
}

function withoutYears({ words, models }: Untimed): ExceptionDraft {
  const [model] = models;
  return {
    code: 'no_vehicle',
    words,
    reasoning: `“${words}” names the ${model?.make} ${model?.model}, but no text says which model years.`,
  };
}

/** A make without a model in one text is no question when another text names a model of it. */
function isAnswered({ code, words }: ExceptionDraft, claims: readonly VehicleClaim[]): boolean {
  if (code !== 'no_vehicle' || words === '') return false;
  return claims.some(({ models }) => models.some(({ make }) => make.toLowerCase() === words.toLowerCase()));
}

function distinct(exceptions: readonly ExceptionDraft[]): ExceptionDraft[] {
  return [...new Map(exceptions.map((each) => [`${each.code} ${each.words.toLowerCase()}`, each])).values()];
}

/** Holds claims against the years of the vehicle table: what of them is a vehicle, and what cannot be. Pure. */
import type { ExceptionDraft } from '@docket/model/fitment/fitment';
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import type { ClaimedYears, Claims, Exclusion, VehicleClaim } from './claims.ts';

/** A claim, or the part of it that is one vehicle of the table. */
export interface MatchedVehicle {
  claim: VehicleClaim;
  model: VehicleModel;
  /** Model years in which the table has it, ascending. */
  years: readonly number[];
  /** Years that the text claims besides and the table does not have. */
  cut: readonly number[];
  /** The text leaves the years open at their end, and the table's end was taken. */
  is_open: boolean;
  /** The name means the vehicle of another make in the other years that the text claims. */
  is_divided: boolean;
  /** Exclusions that stand beside it. */
  exclusions: readonly string[];
}

export interface Match {
  vehicles: readonly MatchedVehicle[];
  exceptions: readonly ExceptionDraft[];
}

/** Compares claims with the table. Nothing comes out that the table does not have. */
export function match({ vehicles: claims, exclusions, exceptions }: Claims, vehicles: VehicleIndex): Match {
  const outcomes = claims.map((claim) => matchClaim(claim, exclusions, vehicles));
  return {
    vehicles: outcomes.flatMap((outcome) => outcome.vehicles),
    exceptions: distinct([...exceptions, ...outcomes.flatMap((outcome) => outcome.exceptions)]),
  };
}

function matchClaim(claim: VehicleClaim, exclusions: readonly Exclusion[], vehicles: VehicleIndex): Match {
  const shares = sharesOf(claim, vehicles);
  // "Chevy/GMC Suburban 2007-2014": of makes in a list, those that had such a vehicle then are meant.
  if (shares.length === 0 && claim.doubts.has('make_listed')) return { vehicles: [], exceptions: [] };
  const [first] = shares;
  const model = first?.model ?? claim.models[0];
  if (model === undefined) return { vehicles: [], exceptions: [] };
  const taken = new Set(shares.flatMap(({ years }) => years));
  // Open years end where the vehicle does: nothing of them is cut.
  const closedYears = claim.years.filter(({ from, to }) => from !== null && to !== null);
  const cut = [...wantedYears({ years: closedYears }, model, vehicles)].filter((year) => !taken.has(year));
  const isOpen = claim.years.some(({ to }) => to === null);
  const left = shares.map((share) => ({
    ...share,
    years: share.years.filter((year) => !isExcluded(share.model, year, exclusions)),
  }));
  const kept = left.filter(({ years }) => years.length > 0);
  const exceptions: ExceptionDraft[] = cut.length === 0 ? [] : [outOfRange(claim, model, cut, vehicles)];
  if (kept.length === 0 && shares.length > 0) exceptions.push(contradiction(claim, exclusions));
  if (shares.length === 0 && cut.length === 0) exceptions.push(neverMade(claim, model, vehicles));
  return {
    vehicles: kept.map((share) => ({
      claim,
      model: share.model,
      years: share.years,
      cut,
      is_open: isOpen,
      is_divided: new Set(shares.map((each) => each.model.make)).size > 1,
      exclusions: exclusions.map(({ words }) => words),
    })),
    exceptions,
  };
}

interface Share {
  model: VehicleModel;
  years: number[];
}

/** The vehicles that a name means in the claimed years: the likeliest that has most of them, then others for the rest. */
function sharesOf(claim: VehicleClaim, vehicles: VehicleIndex): Share[] {
  const shares: Share[] = [];
  const taken = new Set<number>();
  const isOpen = claim.years.some(({ from, to }) => from === null || to === null);
  let rest = claim.models;
  while (rest.length > 0) {
    const covering = rest.map((model) => ({ model, years: newYears(claim, model, taken, vehicles) }));
    const most = Math.max(...covering.map(({ years }) => years.length));
    // The likelier one counts unless another has far more of the years.
    const best = covering.find(({ years }) => years.length * 2 >= most);
    if (best === undefined || best.years.length === 0) break;
    shares.push(best);
    for (const year of best.years) taken.add(year);
    rest = isOpen ? [] : rest.filter((model) => model !== best.model);
  }
  return shares;
}

function newYears(
  claim: VehicleClaim,
  model: VehicleModel,
  taken: ReadonlySet<number>,
  vehicles: VehicleIndex,
): number[] {
  return [...wantedYears(claim, model, vehicles)]
    .filter((year) => !taken.has(year) && vehicles.madeIn(model, year))
    .toSorted((a, b) => a - b);
}

/** The claimed years; open ones end where the model does. */
function wantedYears(
  { years }: Pick<VehicleClaim, 'years'>,
  model: VehicleModel,
  vehicles: VehicleIndex,
): Set<number> {
  const first = model.years[0]?.from ?? vehicles.lastYear;
  const last = model.years.at(-1)?.to ?? vehicles.lastYear;
  const wanted = new Set<number>();
  for (const range of years) {
    const { from, to } = closed(range, first, last);
    for (let year = from; year <= to; year += 1) wanted.add(year);
  }
  return wanted;
}

function closed({ from, to }: ClaimedYears, first: number, last: number): { from: number; to: number } {
  return { from: from ?? first, to: to ?? last };
}

function isExcluded(model: VehicleModel, year: number, exclusions: readonly Exclusion[]): boolean {
  return exclusions.some(({ is_whole: isWhole, models, years }) => {
    if (!isWhole || (models.length > 0 && !models.includes(model))) return false;
    return years.length === 0 || years.some(({ from, to }) => (from ?? 0) <= year && year <= (to ?? 9999));
  });
}

function outOfRange(
  claim: VehicleClaim,
  model: VehicleModel,
  cut: readonly number[],
  vehicles: VehicleIndex,
): ExceptionDraft {
  const made = model.years
    .map(({ from, to }) => (to === null ? `since ${from}` : yearsText(from, to)))
    .join(' and ');
  const known = `The vehicle table has the ${model.make} ${model.model} ${made}`;
  const until = model.years.at(-1)?.to === null ? `, up to ${vehicles.lastYear}` : '';
  return {
    code: 'year_out_of_range',
    words: `${claim.year_words} ${claim.words}`.trim(),
    reasoning: `${known}${until}: ${runsText(cut)} of “${claim.year_words}” ${cut.length === 1 ? 'is' : 'are'} left out.`,
  };
}

function neverMade(claim: VehicleClaim, model: VehicleModel, vehicles: VehicleIndex): ExceptionDraft {
  const first = model.years[0]?.from ?? vehicles.lastYear;
  const last = model.years.at(-1)?.to ?? vehicles.lastYear;
  return {
    code: 'year_out_of_range',
    words: `${claim.year_words} ${claim.words}`.trim(),
    reasoning: `The vehicle table has the ${model.make} ${model.model} ${yearsText(first, last)}, which “${claim.year_words}” does not touch.`,
  };
}

function contradiction(claim: VehicleClaim, exclusions: readonly Exclusion[]): ExceptionDraft {
  const words = exclusions.map((exclusion) => `“${exclusion.words}”`).join(' and ');
  return {
    code: 'contradictory',
    words: `${claim.year_words} ${claim.words}`.trim(),
    reasoning: `“${claim.words}” is named as fitted, and ${words} takes all of it out.`,
  };
}

function yearsText(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Years as people write them: "2003–2005, 2009". */
export function runsText(years: readonly number[]): string {
  return runsOf(years)
    .map(({ from, to }) => yearsText(from, to))
    .join(', ');
}

/** Runs of consecutive years. */
export function runsOf(years: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const year of years.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && year <= last.to + 1) last.to = year;
    else runs.push({ from: year, to: year });
  }
  return runs;
}

function distinct(exceptions: readonly ExceptionDraft[]): ExceptionDraft[] {
  return [...new Map(exceptions.map((each) => [`${each.code} ${each.words.toLowerCase()}`, each])).values()];
}

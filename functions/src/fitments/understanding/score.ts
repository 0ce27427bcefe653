/** Says of each matched vehicle how sure it is, and why, in words that a person can check. Pure. */
import type { ExceptionDraft, FitmentDraft } from '@docket/model/fitment/fitment';
import type { Doubt } from './claims.ts';
import { type Match, type MatchedVehicle, runsOf, runsText } from './match.ts';

export interface Scored {
  fitments: FitmentDraft[];
  exceptions: ExceptionDraft[];
}

/** A vehicle and its years that are written out next to each other. */
const PLAIN = 0.97;

/** What each doubt leaves of the confidence, and how it is put. */
const DOUBTS: Readonly<Record<Doubt, { share: number; sentence: string }>> = {
  make_carried: { share: 0.96, sentence: 'The make stands earlier in the text' },
  make_implied: { share: 0.86, sentence: 'The make is not written: the name belongs to this one' },
  make_listed: { share: 0.98, sentence: 'The make stands in a list of makes before the name' },
  make_misspelt: { share: 0.93, sentence: 'The make is misspelt' },
  model_misspelt: { share: 0.84, sentence: 'The model is misspelt' },
  ordinary_name: { share: 0.85, sentence: 'The name is also an ordinary word' },
  years_short: { share: 0.98, sentence: '' },
  years_single_short: { share: 0.85, sentence: 'The year has two figures only' },
  years_carried: { share: 0.8, sentence: 'The years stand with another vehicle of the text' },
  years_elsewhere: { share: 0.87, sentence: 'The years stand in another text of the part' },
  years_reversed: { share: 0.75, sentence: 'The years are written from the later to the earlier' },
  all_models: { share: 0.75, sentence: 'The text means all models of the make' },
};
const DIVIDED = 0.82;
const CUT = 0.93;
/** An end that is not written: the part may have been made for fewer years than the vehicle. */
const OPEN = 0.81;

/** Turns matched vehicles into fitments: one for each make, model, submodel and run of years. */
export function score({ vehicles, exceptions }: Match): Scored {
  const groups = Map.groupBy(
    vehicles.flatMap((vehicle) => {
      const { submodels } = vehicle.claim;
      return (submodels.length === 0 ? [''] : submodels).map((submodel) => ({ ...vehicle, submodel }));
    }),
    ({ model, submodel }) => `${model.make} ${model.model} ${submodel.toLowerCase()}`,
  );
  return { fitments: [...groups.values()].flatMap(fitmentsOf), exceptions: [...exceptions] };
}

type WithSubmodel = MatchedVehicle & { submodel: string };

/** The surest claim counts for each year; its years in a row are one fitment. */
function fitmentsOf(claims: readonly WithSubmodel[]): FitmentDraft[] {
  const sure = claims.toSorted((a, b) => confidenceOf(b) - confidenceOf(a));
  const taken = new Set<number>();
  const drafts = sure.flatMap((claim) => {
    const years = claim.years.filter((year) => !taken.has(year));
    for (const year of years) taken.add(year);
    const qualifiers = qualifiersOf(claim, sure);
    return runsOf(years).map((run) => ({
      make: claim.model.make,
      model: claim.model.model,
      submodel: claim.submodel,
      qualifiers,
      ...run,
      confidence: confidenceOf(claim),
      reasoning: reasoningOf(claim),
    }));
  });
  return joined(drafts.toSorted((a, b) => a.from - b.from));
}

/** Runs that touch and are equally sure are one. */
function joined(drafts: readonly FitmentDraft[]): FitmentDraft[] {
  const runs: FitmentDraft[] = [];
  for (const draft of drafts) {
    const last = runs.at(-1);
    const isOne =
      last !== undefined &&
      last.to + 1 === draft.from &&
      last.confidence === draft.confidence &&
      last.qualifiers.join() === draft.qualifiers.join();
    if (!isOne) runs.push(draft);
    else {
      last.to = draft.to;
      if (!last.reasoning.includes(draft.reasoning)) last.reasoning += ` ${draft.reasoning}`;
    }
  }
  return runs;
}

/** What limits the claim. Where another claims some of the years too, what limits either. */
function qualifiersOf(claim: WithSubmodel, all: readonly WithSubmodel[]): string[] {
  const same = all.filter(({ years }) => years.some((year) => claim.years.includes(year)));
  return [...new Set(same.flatMap((each) => each.claim.qualifiers))];
}

function confidenceOf({ claim, cut, is_divided: isDivided, is_open: isOpen }: MatchedVehicle): number {
  let confidence = PLAIN;
  for (const doubt of claim.doubts) confidence *= DOUBTS[doubt].share;
  if (isDivided) confidence *= DIVIDED;
  if (cut.length > 0) confidence *= CUT;
  if (isOpen) confidence *= OPEN;
  return Math.round(confidence * 100) / 100;
}

function reasoningOf(vehicle: WithSubmodel): string {
  const { claim, model, cut, exclusions, submodel } = vehicle;
  const name = [model.make, model.model, submodel].filter((part) => part !== '').join(' ');
  const years = claim.year_words === '' ? '' : ` and “${claim.year_words}” its years`;
  const sentences = [`“${claim.words}” names the ${name}${years}`];
  for (const doubt of claim.doubts) sentences.push(DOUBTS[doubt].sentence);
  if (vehicle.is_open) sentences.push(openText(vehicle));
  if (cut.length > 0) sentences.push(`${runsText(cut)} left out: the vehicle table does not have it then`);
  if (vehicle.is_divided) sentences.push('In other years the name belongs to another make');
  if (exclusions.length > 0)
    sentences.push(`Not meant: ${exclusions.map((words) => `“${words}”`).join(', ')}`);
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

function openText({ years, claim }: MatchedVehicle): string {
  return `“${claim.year_words}” has no end: ${years.at(-1)} is the last year that the vehicle table knows`;
}

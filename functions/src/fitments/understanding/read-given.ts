/** What the columns of a row say of a vehicle, read by the same code as texts. Pure. */
import type { ExceptionDraft } from '@docket/model/fitment/fitment';
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import type { ClaimedYears, Doubt, VehicleClaim } from './claims.ts';
import { modelCode } from './grammar/model-code.ts';
import { misspeltMake } from './recognise/misspelt.ts';
import { readItems } from './recognise/read-items.ts';
import { type YearStatement, yearStatement } from './recognise/years.ts';
import { quote, tokenize } from './text/tokens.ts';

export interface ReadGiven {
  /** Their years are null when the row gives none. */
  claims: (Omit<VehicleClaim, 'years' | 'year_words'> &
    Pick<VehicleClaim, 'year_words'> & { years: readonly ClaimedYears[] | null })[];
  exceptions: ExceptionDraft[];
}

/** Reads the columns of one row. */
export function readGiven(given: GivenVehicle, vehicles: VehicleIndex): ReadGiven {
  const makeWords = given.make.trim();
  const modelWords = given.model.trim();
  if (makeWords === '' && modelWords === '') return { claims: [], exceptions: [] };
  const words = [makeWords, modelWords].filter((word) => word !== '').join(' ');
  const makes = makesOf(makeWords, vehicles);
  if (makeWords !== '' && makes.length === 0) {
    return {
      claims: [],
      exceptions: [
        { code: 'unknown_make', words, reasoning: `The vehicle table has no make “${makeWords}”.` },
      ],
    };
  }
  if (modelWords === '') {
    const reasoning = `“${makeWords}” names a make and no model of it.`;
    return { claims: [], exceptions: [{ code: 'no_vehicle', words, reasoning }] };
  }
  const named = modelsOf(modelWords, makes, vehicles);
  if (named.length === 0) {
    const whose = makes.length > 0 ? `no ${makes.map(({ make }) => make).join(' or ')} ` : 'no model ';
    const reasoning = `The vehicle table has ${whose}that “${modelWords}” could name.`;
    return { claims: [], exceptions: [{ code: 'unknown_model', words, reasoning }] };
  }
  const years = yearsOfCell(given.years, vehicles.lastYear);
  if (years !== null && years.length === 0) {
    const reasoning = `“${given.years.trim()}” is not understood as model years of “${words}”.`;
    return { claims: [], exceptions: [{ code: 'no_vehicle', words: given.years.trim(), reasoning }] };
  }
  const isMisspelt = makes.some((each) => each.is_misspelt);
  const claims = named.map(({ models, trims, qualifiers, doubts }) => ({
    models,
    words,
    year_words: given.years.trim(),
    years,
    submodels: submodelsOf(given.submodel, trims),
    qualifiers: [...new Set([given.engine.trim(), ...qualifiers])].filter((each) => each !== ''),
    doubts: new Set<Doubt>([...doubts, ...(isMisspelt ? (['make_misspelt'] as const) : [])]),
  }));
  return { claims, exceptions: [] };
}

function submodelsOf(cell: string, trims: readonly string[]): readonly string[] {
  const written = cell.trim();
  if (/^(?:all|any|alle|tous|todos|n\/?a|-|\*|base)?$/iu.test(written)) return trims;
  return [written];
}

/** Several makes may stand in one cell. */
function makesOf(cell: string, vehicles: VehicleIndex): { make: string; is_misspelt: boolean }[] {
  const find = (text: string) => {
    const make = vehicles.make(text)?.name;
    if (make !== undefined) return [{ make, is_misspelt: false }];
    const near = misspeltMake(text.trim().toLowerCase(), vehicles);
    return near === null ? [] : [{ make: near, is_misspelt: true }];
  };
  const whole = find(cell);
  return whole.length > 0 ? whole : cell.split(/[,/&;|+]/u).flatMap(find);
}

interface NamedModels {
  models: readonly VehicleModel[];
  trims: readonly string[];
  qualifiers: readonly string[];
  doubts: readonly Doubt[];
}

/** The models of a cell: the one that the whole cell names, or those that it lists. */
function modelsOf(cell: string, makes: readonly { make: string }[], vehicles: VehicleIndex): NamedModels[] {
  const wanted = makes.length > 0 ? makes.map(({ make }) => make) : [undefined];
  const found = wanted.flatMap((make): NamedModels[] => {
    const whole = vehicles.modelsNamed(cell, make);
    const prefixed = make === undefined ? [] : vehicles.modelsNamed(`${make} ${cell}`);
    const models = [...new Set([...whole, ...prefixed].map(({ model }) => model))];
    if (models.length > 0) return [{ models, trims: codesOf(models, cell), qualifiers: [], doubts: [] }];
    return listedModels(cell, make ?? null, vehicles);
  });
  const isAmbiguous =
    makes.length === 0 && new Set(found.flatMap(({ models }) => models.map(({ make }) => make))).size > 1;
  return isAmbiguous ? [] : found;
}

function codesOf(models: readonly VehicleModel[], cell: string): readonly string[] {
  const words = tokenize(cell).words;
  const code = modelCode({ kind: 'model', models, words, is_written: true, doubts: [], start: 0, end: 1 });
  return code === null ? [] : [code];
}

function listedModels(cell: string, make: string | null, vehicles: VehicleIndex): NamedModels[] {
  const text = tokenize(cell);
  const named: (NamedModels & { trims: string[]; qualifiers: string[] })[] = [];
  for (const item of readItems(text, vehicles, make)) {
    if (item.kind === 'model' && (make === null || item.models.some((model) => model.make === make))) {
      const code = modelCode(item);
      named.push({
        models: item.models,
        trims: code === null ? [] : [code],
        qualifiers: [],
        doubts: item.doubts,
      });
    }
    if (item.kind === 'trim') named.at(-1)?.trims.push(item.trim);
    if (item.kind === 'qualifier') named.at(-1)?.qualifiers.push(quote(text, item.start, item.end));
  }
  return named;
}

/** The years of a cell; null when it gives none, empty when it is not understood. */
function yearsOfCell(cell: string, lastYear: number): readonly ClaimedYears[] | null {
  // Numbers of spreadsheets may have decimals: "2005.0".
  const written = cell.replaceAll(/(?<=\d)\.0+(?!\d)/gu, '').trim();
  if (written === '') return null;
  if (/^(?:all|all years|alle|alle jahre|tous|todos|any)$/iu.test(written)) return [{ from: null, to: null }];
  const text = tokenize(written);
  const years: YearStatement[] = [];
  for (let at = 0; at < text.tokens.length; ) {
    const statement = yearStatement(text, at, lastYear);
    if (statement !== null) years.push(statement);
    at = Math.max(statement?.end ?? 0, at + 1);
  }
  const [first, second] = years;
  if (years.length === 2 && first?.to === null && second?.from === null) {
    return [{ from: first.from, to: second.to }];
  }
  return years.map(({ from, to }) => ({ from, to }));
}

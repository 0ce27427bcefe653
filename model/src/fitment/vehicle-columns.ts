/** What the columns of a file of vehicles are called, and how they are recognised. Pure. */
import { headerRecogniser, usualHeadersOf } from '../text-table/recognise-headers.ts';
import { VEHICLE_FIELDS, type VehicleField } from './vehicle-import.ts';

/** For people, and as headers of the export. */
export const VEHICLE_FIELD_NAMES = {
  make: 'Make',
  make_aliases: 'Other names of the make',
  model: 'Model',
  model_aliases: 'Other names of the model',
  trim: 'Trims',
  years: 'Years',
  year_from: 'First year',
  year_to: 'Last year',
  region: 'Regions',
} as const satisfies Record<VehicleField, string>;

/** In English, German, French and Spanish, one line each; in each line the surest first. */
const HEADERS: Record<VehicleField, string> = {
  make: `
    make, make name, vehicle make, car make, brand, brand name, manufacturer
    Marke, Fahrzeugmarke, Automarke, Markenname, Hersteller, Fahrzeughersteller, Fabrikat
    marque, marque du véhicule, constructeur
    marca, marca del vehículo, fabricante`,
  make_aliases: `
    other names of the make, make aliases, make alias, make synonyms
    Andere Namen der Marke, Weitere Namen der Marke, Aliasse der Marke, Markenalias, Markensynonyme
    autres noms de la marque
    otros nombres de la marca`,
  model: `
    model, model name, vehicle model, car model, model line, model series
    Modell, Modellname, Fahrzeugmodell, Modellreihe, Baureihe, Modellbezeichnung
    modèle, nom du modèle, gamme
    modelo, nombre del modelo`,
  model_aliases: `
    other names of the model, model aliases, model alias, model synonyms
    Andere Namen des Modells, Weitere Namen des Modells, Aliasse des Modells, Modellalias, Modellsynonyme
    autres noms du modèle
    otros nombres del modelo`,
  trim: `
    trims, trim, submodel, sub model, submodel name, trim level, trim levels, trim name, version, variant
    Ausstattung, Ausstattungen, Ausstattungslinie, Ausstattungsvariante, Untermodell, Variante, Version
    finition, finitions, version
    acabado, acabados, versión`,
  years: `
    years, year, model year, model years, vehicle year, year range, production years, years made
    Baujahre, Baujahr, Modelljahre, Modelljahr, Jahre, Jahr, Bauzeit, Bauzeitraum, Produktionszeitraum
    années, année, année modèle, millésime
    años, año, año modelo`,
  year_from: `
    first year, year from, from year, years from, start year, year start, model year from, begin year, beginning year, year begin, year min, min year, production start, from, start, since
    Erstes Jahr, Baujahr von, Baujahr ab, Jahr von, Jahr ab, von Jahr, ab Jahr, von Baujahr, ab Baujahr, Modelljahr von, Startjahr, Produktionsbeginn, Baubeginn, von, ab
    première année, année début, année de début, début
    primer año, año desde, año inicio, año inicial, desde`,
  year_to: `
    last year, year to, to year, years to, end year, year end, model year to, year max, max year, production end, to, until, end
    Letztes Jahr, Baujahr bis, Jahr bis, bis Jahr, bis Baujahr, Modelljahr bis, Endjahr, Produktionsende, Bauende, bis
    dernière année, année fin, année de fin, fin
    último año, año hasta, año fin, año final, hasta`,
  region: `
    regions, region, markets, market
    Regionen, Region, Märkte, Markt
    régions, région, marchés, marché
    regiones, región, mercados, mercado`,
};

const recognise = headerRecogniser(VEHICLE_FIELDS, (field) => usualHeadersOf(HEADERS[field]));

/**
 * See `headerRecogniser`. A column of years beside one of last years is that of the first years. Columns that cannot do
 * without are not always there: see `missingVehicleColumns`.
 */
export function recogniseVehicleColumns(headers: readonly string[]): (VehicleField | null)[] {
  const columns = recognise(headers);
  if (!columns.includes('year_to') || columns.includes('year_from')) return columns;
  return columns.map((field) => (field === 'years' ? 'year_from' : field));
}

/** What a file cannot do without and has no column for, in words for people; none: it can be read. */
export function missingVehicleColumns(columns: readonly (VehicleField | null)[]): string[] {
  const missing: string[] = [];
  if (!columns.includes('make')) missing.push('the make');
  if (!columns.includes('model')) missing.push('the model');
  if (!columns.includes('years') && !columns.includes('year_from')) missing.push('the year');
  return missing;
}

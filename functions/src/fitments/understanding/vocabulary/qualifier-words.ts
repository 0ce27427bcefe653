/** What limits a vehicle beside its model: engine, drive, gearbox, body, cab. Folded phrases. */
import { phrases } from './phrases.ts';

export const QUALIFIERS = phrases(
  'hemi|vtec|ecoboost|eco boost|duramax|cummins|powerstroke|power stroke|vortec|triton|coyote|pentastar|skyactiv|skyactiv g|multijet|turbo|non turbo|naturally aspirated|supercharged|diesel|turbodiesel|turbo diesel|gas|gasoline|petrol|benzin|benziner|essence|gasolina|flex fuel|hybrid|hybride|hibrido|plug in hybrid|phev|electric|' +
    'tdi|tsi|tfsi|fsi|sdi|cdi|bluetec|hdi|bluehdi|dci|cdti|jtd|jtdm|crdi|d4d|d 4d|vvt i|ls1|ls2|ls3|ls6|ls7|lq4|lq9|l59|lm7|l83|l84|lb7|lly|lbz|lmm|lml|l5p|' +
    'awd|4wd|fwd|rwd|2wd|4x4|4x2|quattro|xdrive|x drive|4matic|4motion|all wheel drive|four wheel drive|front wheel drive|rear wheel drive|two wheel drive|allrad|allradantrieb|traccion delantera|4 wheel drive|2 wheel drive|' +
    'automatic|automatic transmission|manual transmission|a t|m t|cvt|dsg|automatik|schaltgetriebe|boite manuelle|boite automatique|' +
    'sedan|saloon|coupe|hatchback|hatch|wagon|estate|convertible|cabriolet|cabrio|roadster|limousine|kombi|variant|avant|fastback|liftback|berline|break|schragheck|stufenheck|familiar|2 door|4 door|3 door|5 door|2 dr|4 dr|2dr|4dr|3dr|5dr|2door|4door|2d|4d|pickup|minivan|cargo van|passenger van|' +
    'crew cab|double cab|extended cab|ext cab|regular cab|reg cab|quad cab|mega cab|super cab|supercab|supercrew|super crew|supercrew cab|king cab|access cab|crewmax|crew max|club cab|standard cab|single cab|crewcab|quadcab|doka|short bed|long bed|standard bed|shortbed|longbed|dually|drw|srw',
);
/** Bodies that only these makes call so, by the keys of their names: to others "avant" is the front. */
export const BODIES_OF_MAKES: ReadonlyMap<string, readonly string[]> = new Map([
  ['avant', ['audi']],
  ['variant', ['volkswagen', 'vw']],
  ['break', ['citroen', 'peugeot', 'renault', 'citroends', 'ds']],
]);
/** "V6", "L4", "I6", "H4", "16V": cylinders and valves. */
export const ENGINE_WORD =
  /^(?:[vilhrw](?:3|4|5|6|8|10|12|16)|(?:8|12|16|20|24|32)v|(?:3|4|5|6|8|10|12)cyl)$/u;
/** "5L", "5", "0TDI" after a decimal point. */
export const LITRES_REST =
  /^(?<tenth>\d)(?<unit>l|ltr|t|d|i|tdi|tsi|tfsi|fsi|hdi|dci|cdti|cdi|jtd|crdi|td|it|is|v6|v8)?$/u;
export const CYLINDERS = new Set(['cyl', 'cylinder', 'cylinders', 'zylinder', 'cylindres', 'cilindros']);
/** Generations as enthusiasts write them: W204, E46, B8, Mk7; and as their makers do: 1Z3. */
export const GENERATION = /^(?:[wrscvx]\d{3}|[efgr]\d{2}|b[5-9]|mk\d|mkv?i{0,3}|[48][a-z]|\d[a-z]\d)$/u;

/** Trims that many models have; the vehicle table names those of its models besides. */
export const COMMON_TRIMS = new Set(
  (
    'gt|se|sel|s|le|xle|xse|lx|ex|exl|dx|si|sr|sr5|sl|sv|ls|lt|ltz|ss|rs|st|sti|wrx|limited|ltd|touring|premium|platinum|titanium|lariat|xl|xlt|laredo|overland|sahara|rubicon|trailhawk|denali|slt|sle|z71|z28|zl1|zr1|z06|zr2|srt|srt8|sxt|rt|' +
    'raptor|heritage|sport|base|luxury|gts|gti|glx|gls|gl|custom|high country|typer|amg|trd|nismo|shelby|cobra|bullitt|mach'
  ).split('|'),
);

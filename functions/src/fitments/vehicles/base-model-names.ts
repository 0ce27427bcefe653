/** Of "F150 Regular Cab" the "F150": models whose names say more than the model. Pure. */

/** Cabs, and what is carried, at the end of a name. A coupé or a hatchback may be a model of its own, these are not. */
const SUFFIX = new RegExp(
  `\\s+(?:${[
    '(?:regular|standard|single|extended|crew|double|quad|mega|super|supercrew|king|access|club|club coupe|macro|xtra) cab',
    'crew ?max',
    'super ?cab',
    'super ?crew',
    'xtra ?cab',
    'space ?cab',
    'cab plus(?: 4)?',
    '(?:cargo|passenger|crew)(?: van| wagon)?',
    'cab(?: & chassis)?',
    'crew',
    'club coupe',
  ].join('|')})$`,
  'iu',
);

/** A remark within a name, as in "Silverado (Classic) 1500" or "A4 (2005.5)". */
const REMARK = /\s*\([^)]*\)/gu;

/**
 * The names that a model goes by when cab, body and remarks are left away, the longest first: "F150 (Heritage)" and "F150"
 * of "F150 (Heritage) Super Cab". None for a name without any.
 */
export function baseModelNames(name: string): string[] {
  const names: string[] = [];
  let rest = name;
  for (;;) {
    const shorter = rest.replace(SUFFIX, '').trim();
    const next = shorter === rest ? rest.replaceAll(REMARK, '').trim() : shorter;
    if (next === rest || next === '') return names;
    names.push(next);
    rest = next;
  }
}

/** Gives the vehicles of a text their years: those before them or after them, as the text goes about it. Pure. */
import type { Mention, VehicleMention, YearsMention } from './mentions.ts';

/** Sets the years of the vehicles of one text, and says which years of it belong to none. */
export function assignYears(segments: readonly (readonly Mention[])[]): YearsMention[] {
  for (const segment of segments) assignWithin(segment);
  return assignBetween(segments);
}

interface Run {
  vehicles: VehicleMention[];
  years: YearsMention[];
}

function assignWithin(segment: readonly Mention[]): void {
  if (segment[0]?.kind === 'years') assignBefore(runsOf(segment, 'years'));
  else assignAfter(runsOf(segment, 'vehicle'));
}

/** Vehicles with the years beside them: each run begins with mentions of the kind that the segment begins with. */
function runsOf(segment: readonly Mention[], first: Mention['kind']): Run[] {
  const runs: Run[] = [];
  let before: Mention['kind'] | null = null;
  for (const mention of segment) {
    if (mention.kind === first && before !== first) runs.push({ vehicles: [], years: [] });
    const run = runs.at(-1);
    if (mention.kind === 'years') run?.years.push(mention);
    else run?.vehicles.push(mention);
    before = mention.kind;
  }
  return runs;
}

/** "2010-2014 Golf, 2012 Jetta": years stand before their vehicles. */
function assignBefore(runs: readonly Run[]): void {
  runs.forEach((run, index) => {
    giveRun(run);
    const before = runs[index - 1];
    if (run.vehicles.length > 0 || before === undefined) return;
    // Years at the end: of the last vehicle of a list, or more years of the only one.
    const last = before.vehicles.at(-1);
    if (last === undefined) return;
    if (before.vehicles.length > 1 && last.is_joined && run.years[0]?.is_beside === true)
      give(last, run.years);
    else if (run.years.every((years) => isFurther(years, before.years))) {
      for (const vehicle of before.vehicles) give(vehicle, [...before.years, ...run.years]);
    }
  });
}

/** "Golf 2010-2014, Jetta 2012": years stand after their vehicles. */
function assignAfter(runs: readonly Run[]): void {
  runs.forEach((run, index) => {
    if (run.years.length > 0) {
      giveRun(run);
      return;
    }
    // Vehicles at the end without years: the last years before them may be theirs, or go for all.
    const before = runs[index - 1];
    if (before === undefined) return;
    const own = ownYears(before, run);
    for (const vehicle of run.vehicles) {
      if (own === null) give(vehicle, before.years, true);
      else give(vehicle, [own]);
    }
  });
}

/** All years to all vehicles, or one by one: "Frontier, Xterra, Pathfinder (05-15, 05-15, 05-12)". */
function giveRun({ vehicles, years }: Run): void {
  const parts = years.flatMap((each) =>
    each.parts.map((part) => ({ ...each, words: part.words, parts: [part] })),
  );
  const isOneByOne = vehicles.length > 1 && parts.length === vehicles.length && !isOneHistory(parts);
  vehicles.forEach((vehicle, index) => {
    const own = parts[index];
    give(vehicle, isOneByOne && own !== undefined ? [own] : years);
  });
}

/** Years as one vehicle has them, each after those before; single years among ranges are no list of ranges either. */
function isOneHistory(mentions: readonly YearsMention[]): boolean {
  const parts = mentions.flatMap((mention) => mention.parts);
  if (parts.some((part) => part.is_single)) return true;
  return parts.every(({ years: { from } }, index) => {
    const before = parts[index - 1]?.years;
    return before === undefined || (before.to ?? 9999) < (from ?? 0);
  });
}

/** "Accord 2003-2007, 2008-2012 Civic": takes the last range away from the vehicles before, and returns it. */
function ownYears(before: Run, run: Run): YearsMention | null {
  const [first] = run.vehicles;
  const isBeside = first !== undefined && first.is_beside && !first.is_joined;
  const last = before.years.at(-1);
  const part = last?.parts.at(-1);
  if (!isBeside || last === undefined || part === undefined) return null;
  const own = { ...last, words: part.words, parts: [part] };
  if (last.parts.length > 1 && !part.is_single) {
    const kept = { ...last, words: last.parts[0]?.words ?? '', parts: last.parts.slice(0, -1) };
    for (const vehicle of before.vehicles) give(vehicle, [...before.years.slice(0, -1), kept]);
    return own;
  }
  if (before.years.length < 2) return null;
  for (const vehicle of before.vehicles) give(vehicle, before.years.slice(0, -1));
  return last;
}

/** Years that say the same once more, or go on where the others end. */
function isFurther(years: YearsMention, before: readonly YearsMention[]): boolean {
  if (years.is_beside) return true;
  return years.parts.every(({ years: { from, to } }) =>
    before.some(({ parts }) =>
      parts.some(
        ({ years: known }) => (known.from ?? 0) <= (from ?? 0) && (to ?? 9999) <= (known.to ?? 9999),
      ),
    ),
  );
}

function give(vehicle: VehicleMention, mentions: readonly YearsMention[], isCarried = false): void {
  vehicle.years = {
    words: mentions.map(({ words }) => words).join(', '),
    years: mentions.flatMap(({ parts }) => parts.map(({ years }) => years)),
    doubts: [...mentions.flatMap(({ doubts }) => doubts), ...(isCarried ? (['years_carried'] as const) : [])],
  };
}

/** Statements of vehicles alone take the years of the statement beside them, or those before. Returns years of no vehicle. */
function assignBetween(segments: readonly (readonly Mention[])[]): YearsMention[] {
  const yearsOnly = segments.map((segment) =>
    segment.every(({ kind }) => kind === 'years')
      ? segment.filter((mention): mention is YearsMention => mention.kind === 'years')
      : [],
  );
  const used = new Set<number>();
  const timed = segments.filter((segment) => segment.some(({ kind }) => kind === 'years'));
  const final = timed.length === 1 ? timed[0]?.at(-1) : undefined;
  let last: YearsMention[] = [];
  segments.forEach((segment, index) => {
    const without = segment.filter(
      (mention): mention is VehicleMention => mention.kind === 'vehicle' && mention.years === null,
    );
    const isAlone = without.length > 0 && without.length === segment.length;
    const beside = [index + 1, index - 1].find((at) => (yearsOnly[at]?.length ?? 0) > 0 && !used.has(at));
    if (isAlone && beside !== undefined) {
      used.add(beside);
      for (const vehicle of without) give(vehicle, yearsOnly[beside] ?? []);
    } else if (isAlone && last.length > 0) {
      for (const vehicle of without) give(vehicle, last, true);
    } else if (isAlone && final?.kind === 'years') {
      // "Equinox, Malibu; Terrain; LaCrosse 2010-2014": the only years stand at the end of the list.
      for (const vehicle of without) give(vehicle, [final], true);
    }
    const own = segment.filter((mention): mention is YearsMention => mention.kind === 'years');
    if (own.length > 0) last = [own.at(-1) ?? own[0]].filter((mention) => mention !== undefined);
  });
  return yearsOnly.flatMap((years, index) => (used.has(index) ? [] : years));
}

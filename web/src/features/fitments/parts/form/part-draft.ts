/** What somebody has typed about a part, apart from what is stored of it, and what is wrong with it. Pure. */
import type { DescribedPart } from '@docket/model/fitment/part';
import { type GivenVehicle, saidVehicles } from '@docket/model/fitment/part-text';
import { LIMITS } from '@docket/model/limits';

export interface PartDraft {
  /** Of new parts only: it does not change. */
  partNumber: string;
  description: string;
  /** All texts in one; an empty line is between one and the next. */
  further: string;
  given: readonly GivenVehicle[];
}

export const NO_VEHICLE: GivenVehicle = {
  years: '',
  make: '',
  model: '',
  submodel: '',
  engine: '',
  position: '',
};

export const NEW_DRAFT: PartDraft = { partNumber: '', description: '', further: '', given: [] };

/** What a person says of a stored part, without everything else that is stored of it. */
export function describedPart({ description, texts, given }: DescribedPart): DescribedPart {
  return { description, texts, given };
}

const BETWEEN = '\n\n';

/** The draft that says what is stored. */
export function draftOf(part: DescribedPart & { part_number: string }): PartDraft {
  return {
    partNumber: part.part_number,
    description: part.description,
    further: part.texts.join(BETWEEN),
    given: part.given,
  };
}

/** What was typed as texts, each without blanks around it. */
function textsOf(further: string): string[] {
  return further
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n\s*\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

type DraftField = 'partNumber' | 'description' | 'further';
export type Problems = Partial<Record<DraftField, string>>;

export type Judged =
  | { ok: true; partNumber: string; described: DescribedPart }
  | { ok: false; problems: Problems };

/**
 * What a draft says, or what is wrong with it. `stored` is what it began with: texts of a file that nobody has touched stay
 * as they stand.
 */
export function judgeDraft(draft: PartDraft, stored: DescribedPart | null): Judged {
  const partNumber = draft.partNumber.trim();
  const description = draft.description.trim();
  const untouched = stored !== null && stored.texts.join(BETWEEN) === draft.further;
  const texts = untouched ? stored.texts : textsOf(draft.further);
  const given = saidVehicles(draft.given);
  const says = description !== '' || texts.length > 0 || given.length > 0;
  const most = LIMITS.partTextCharacters.toLocaleString('en');
  const problems: Problems = {
    ...(partNumber === '' && { partNumber: 'Give the part its number.' }),
    ...(!says && { description: 'Say what the part is: its vehicles are found in its texts.' }),
    ...(texts.length > LIMITS.partTexts && {
      further: `Up to ${LIMITS.partTexts} texts, with an empty line between one and the next.`,
    }),
    ...(texts.some(({ length }) => length > LIMITS.partTextCharacters) && {
      further: `Up to ${most} characters each. An empty line begins another text.`,
    }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, partNumber, described: { description, texts, given } };
}

/** Whether two drafts say the same. */
export function sameDraft(a: PartDraft, b: PartDraft): boolean {
  return (
    a.partNumber === b.partNumber &&
    a.description === b.description &&
    a.further === b.further &&
    (a.given === b.given || JSON.stringify(a.given) === JSON.stringify(b.given))
  );
}

/** Puts what was found for parts into groups, as people decide on them. Pure. */
import { cutText } from '@docket/model/cut-text';
import {
  type FitmentGroup,
  fitmentGroupSchema,
  GROUP_FITMENTS,
  GROUP_PARTS,
} from '@docket/model/fitment/fitment-group';
import type { ExceptionDraft, FitmentDraft } from '@docket/model/fitment/fitment';
import { z } from 'zod';
import type { Scored } from '../understanding/score.ts';
import type { ReadPart } from './hand-over/part-portion.ts';

/** A group whose place among all groups of the job is not known yet. */
export const madeGroupSchema = z.strictObject(
  fitmentGroupSchema.pick({ parts: true, fitments: true, exceptions: true }).shape,
);
export type MadeGroup = Pick<FitmentGroup, 'parts' | 'fitments' | 'exceptions'>;

/** Characters of JSON of a group: a document ends at 1 MiB, and most letters of some languages take three bytes. */
const GROUP_CHARACTERS = 250_000;

/** What people are shown of a description beside its fitments. */
const DESCRIPTION_CHARACTERS = 500;

interface OpenGroup extends MadeGroup {
  /** Characters. */
  room: number;
}

/**
 * The groups of some parts, in their order. A part without fitments and exceptions is in a group as well. A part with more
 * than a group holds is continued in the next.
 */
export function makeGroups(parts: readonly ReadPart[], found: readonly Scored[]): MadeGroup[] {
  const gatherer = new GroupGatherer();
  for (const [index, part] of parts.entries()) {
    const { fitments = [], exceptions = [] } = found[index] ?? {};
    gatherer.begin(part);
    for (const fitment of fitments) gatherer.addFitment(part, fitment);
    for (const exception of exceptions) gatherer.addException(part, exception);
  }
  return gatherer.groups;
}

class GroupGatherer {
  readonly #groups: OpenGroup[] = [];

  get groups(): MadeGroup[] {
    return this.#groups.map(({ parts, fitments, exceptions }) => ({ parts, fitments, exceptions }));
  }

  /** Takes a part up: in the last group, or in another one where that is full. */
  begin(part: ReadPart): OpenGroup {
    const entry = entryOf(part);
    const size = sizeOf(entry);
    const last = this.#groups.at(-1);
    const isOpen = last !== undefined && last.parts.length < GROUP_PARTS && hasRoom(last, size);
    const group = isOpen ? last : this.#open();
    group.parts.push(entry);
    group.room -= size;
    return group;
  }

  addFitment(part: ReadPart, fitment: FitmentDraft): void {
    const { group, at } = this.#place(part, fitment);
    group.fitments[`f${Object.keys(group.fitments).length}`] = { ...fitment, part: at };
  }

  addException(part: ReadPart, exception: ExceptionDraft): void {
    const { group, at } = this.#place(part, exception);
    group.exceptions.push({ ...exception, part: at });
  }

  /** Where something that was found for `part`, which is the last one that was taken up, goes. */
  #place(part: ReadPart, found: object): { group: OpenGroup; at: number } {
    const size = sizeOf(found);
    let group = this.#groups.at(-1);
    if (group === undefined || !hasRoom(group, size)) {
      this.#open();
      group = this.begin(part);
    }
    group.room -= size;
    return { group, at: group.parts.length - 1 };
  }

  #open(): OpenGroup {
    const group = { parts: [], fitments: {}, exceptions: [], room: GROUP_CHARACTERS };
    this.#groups.push(group);
    return group;
  }
}

function entryOf({ part_id, part_number, description }: ReadPart): FitmentGroup['parts'][number] {
  return { part_id, part_number, description: cutText(description, DESCRIPTION_CHARACTERS) };
}

function sizeOf(value: object): number {
  return JSON.stringify(value).length;
}

function hasRoom({ fitments, exceptions, room }: OpenGroup, size: number): boolean {
  return Object.keys(fitments).length + exceptions.length < GROUP_FITMENTS && size <= room;
}

/** How fitments and exceptions are shown, and which of them are meant. */
import type { ApprovedFitmentView, ExceptionView, FitmentView } from '@docket/model/api/fitments/schemas';
import {
  type FitmentGroup,
  fitmentsInOrder,
  type GroupException,
  type GroupFitment,
} from '@docket/model/fitment/fitment-group';

/** The id that the API gives a fitment. */
export function fitmentRef(groupId: string, fitmentId: string): string {
  return `${groupId}.${fitmentId}`;
}

/** The group of a fitment and its id there. */
export function readFitmentRef(ref: string): { groupId: string; fitmentId: string } {
  const dot = ref.lastIndexOf('.');
  return { groupId: ref.slice(0, dot), fitmentId: ref.slice(dot + 1) };
}

function partOf({ parts }: FitmentGroup, { part }: GroupFitment | GroupException) {
  const { part_id = '', part_number = '', description = '' } = parts[part] ?? {};
  return { part_id, part_number, part_description: description };
}

/** What a filter or a wish says of the fitments that are meant. */
export interface Meant {
  min_confidence?: number | undefined;
  part_id?: string | undefined;
  make?: string | undefined;
}

/** Whether a fitment of `group` is meant. */
export function isMeant(group: FitmentGroup, fitment: GroupFitment, meant: Meant): boolean {
  const { min_confidence: least, part_id: part, make } = meant;
  return (
    (least === undefined || fitment.confidence >= least) &&
    (part === undefined || group.parts[fitment.part]?.part_id === part) &&
    (make === undefined || fitment.make.toLowerCase() === make.toLowerCase())
  );
}

/** The fitments of a group, in their order; null for those that are not meant. */
export function fitmentViews(
  groupId: string,
  group: FitmentGroup,
  { status: wanted, ...meant }: Meant & { status?: FitmentView['status'] | undefined },
): (FitmentView | null)[] {
  return fitmentsInOrder(group).map(([fitmentId, fitment]) => {
    const status = group.decisions[fitmentId] ?? 'pending';
    if ((wanted !== undefined && status !== wanted) || !isMeant(group, fitment, meant)) return null;
    const { make, model, submodel, qualifiers, from, to, confidence, reasoning } = fitment;
    return {
      id: fitmentRef(groupId, fitmentId),
      ...partOf(group, fitment),
      make,
      model,
      submodel,
      year_from: from,
      year_to: to,
      qualifiers,
      confidence,
      reasoning,
      status,
    };
  });
}

export function exceptionViews(group: FitmentGroup): ExceptionView[] {
  return group.exceptions.map((exception) => {
    const { code, words, reasoning } = exception;
    return { ...partOf(group, exception), code, words, reasoning };
  });
}

/** What is approved in a group of a job; null for what is not. */
export function approvedViews(
  fitmentJobId: string,
  groupId: string,
  group: FitmentGroup,
): (ApprovedFitmentView | null)[] {
  return fitmentViews(groupId, group, { status: 'approved' }).map((shown) => {
    if (shown === null) return null;
    const { status: _, ...fitment } = shown;
    return { ...fitment, fitment_job_id: fitmentJobId };
  });
}

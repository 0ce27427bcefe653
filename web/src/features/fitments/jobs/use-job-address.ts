/** Which part of a job is looked at, and fitments of which status, kept in the address: both survive a reload. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { JOB_SECTION_PARAMETER, REVIEW_STATUS_PARAMETER } from '../../../urls.ts';
import type { ReviewStatus } from '../review/review-rows.ts';
import { REVIEW_STATUSES } from '../review/review-words.ts';

const SECTIONS = ['review', 'exceptions', 'file'] as const;
/** What a job has found, what it could not tell, and how its file was read. */
export type JobSection = (typeof SECTIONS)[number];

export interface JobAddress {
  /** Null until somebody has chosen. */
  section: JobSection | null;
  setSection: (section: string | null) => void;
  /** Null: all. */
  status: ReviewStatus | null;
  setStatus: (status: ReviewStatus | null) => void;
}

/** What an address says, whoever has written it: null where that is nothing. */
function readJobAddress(query: URLSearchParams): Pick<JobAddress, 'section' | 'status'> {
  const section = query.get(JOB_SECTION_PARAMETER);
  const status = query.get(REVIEW_STATUS_PARAMETER);
  return {
    section: SECTIONS.find((known) => known === section) ?? null,
    status: REVIEW_STATUSES.find((known) => known === status) ?? null,
  };
}

export function useJobAddress(): JobAddress {
  const [query, setQuery] = useSearchParams();
  const put = useCallback(
    (parameter: string, value: string | null) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === null) after.delete(parameter);
          else after.set(parameter, value);
          return after;
        },
        { replace: true },
      ),
    [setQuery],
  );
  const setSection = useCallback<JobAddress['setSection']>(
    (section) => put(JOB_SECTION_PARAMETER, section),
    [put],
  );
  const setStatus = useCallback<JobAddress['setStatus']>(
    (status) => put(REVIEW_STATUS_PARAMETER, status),
    [put],
  );
  return { ...readJobAddress(query), setSection, setStatus };
}

/** What is wrong with the photos of a listing, in words. Pure. */
import type { PhotoIssue, PhotoReport } from '@docket/model/listing/suggestions';

/** One fault of one photo. */
export interface PhotoFault {
  imageId: string;
  /** The photo's place, from 1. */
  number: number;
  /** On its badge: "Blurred". */
  label: string;
  /** In the language of the suggestions. */
  sentence: string;
}

/** The faults of the `photos` in their order; what was found in photos that are not there any more counts for nothing. */
export function photoFaults(photos: readonly string[], reports: readonly PhotoReport[]): PhotoFault[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return photos.flatMap((imageId, index) => {
    const report = byId.get(imageId);
    return report === undefined
      ? []
      : faultsOf(report, photos).map((fault) => ({ imageId, number: index + 1, ...fault }));
  });
}

function faultsOf(report: PhotoReport, photos: readonly string[]): Pick<PhotoFault, 'label' | 'sentence'>[] {
  if (report.status === 'failed') return [{ label: 'Not read', sentence: report.error }];
  return report.issues.flatMap((issue) => {
    const label = issueLabel(issue, photos);
    return label === null ? [] : [{ label, sentence: issue.message }];
  });
}

/** Null where the photo that is repeated has been removed: it repeats nothing then. */
function issueLabel({ kind, of }: PhotoIssue, photos: readonly string[]): string | null {
  switch (kind) {
    case 'blurred':
      return 'Blurred';
    case 'dark':
      return 'Dark';
    case 'burnt_out':
      return 'Too bright';
    case 'small':
      return 'Small';
    case 'duplicate': {
      if (of === null) return 'Duplicate';
      const place = photos.indexOf(of);
      return place < 0 ? null : `Duplicate of photo ${place + 1}`;
    }
  }
}

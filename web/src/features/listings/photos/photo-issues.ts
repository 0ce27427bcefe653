/** What is wrong with the photos of a listing, in words. Pure. */
import type { PhotoIssue, PhotoReport } from '@docket/model/listing/suggestions';

/** One fault of one photo. */
export interface PhotoFault {
  imageId: string;
  /** The photo's place, from 1. */
  number: number;
  /** On its badge: "Blurred". */
  label: string;
  /** Where there is room: "duplicate of photo 1". */
  name: string;
  /** In the language of the suggestions; null where the name says all. */
  sentence: string | null;
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

/** What is wrong, whichever photo it is of. */
type Fault = Omit<PhotoFault, 'imageId' | 'number'>;

function faultsOf(report: PhotoReport, photos: readonly string[]): Fault[] {
  if (report.status === 'failed') return [{ label: 'Not read', name: 'not read', sentence: report.error }];
  return report.issues.flatMap((issue): Fault[] => {
    const label = issueLabel(issue);
    const name = label.toLowerCase();
    if (issue.of === null) return [{ label, name, sentence: issue.message }];
    const place = photos.indexOf(issue.of);
    // Where the photo that it repeats has been removed it repeats nothing. Its sentence would name a file: phones call all alike.
    return place < 0 ? [] : [{ label, name: `${name} of photo ${place + 1}`, sentence: null }];
  });
}

function issueLabel({ kind }: PhotoIssue): string {
  switch (kind) {
    case 'blurred':
      return 'Blurred';
    case 'dark':
      return 'Dark';
    case 'burnt_out':
      return 'Too bright';
    case 'small':
      return 'Small';
    case 'duplicate':
      return 'Duplicate';
  }
}

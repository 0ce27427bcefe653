/** Well-formed records of fitments as the app writes them, for seeds and for writes alike. */
import { storagePaths } from '@docket/model/paths';
import { type Person, uidOf, WORKSPACE } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a document. */
type Fields = Record<string, unknown>;

/** A part that is not there before the tests write it. */
export const NEW_PART = `part-${'b'.repeat(32)}`;

const created = (by: SignedIn, now: unknown) => ({ created_by: uidOf(by), created_at: now });

export function newPart(by: SignedIn, now: unknown): Fields {
  return {
    part_number: 'BP-1042',
    description: 'Front brake pads, 05-10 Chevy Cobalt',
    texts: ['Not for SS'],
    given: [],
    ...created(by, now),
    updated_at: now,
  };
}

/** The import of parts `id`, which comes with its job. */
export function newPartsImport(by: SignedIn, now: unknown, id: string): Fields {
  return {
    file_name: 'Parts (2026).xlsx',
    storage_path: storagePaths.partsImportFile(WORKSPACE, id, 'Parts (2026).xlsx'),
    size: 1234,
    mapping: [{ position: 0, roles: ['part_number', null, 'description'], used: true }],
    ...created(by, now),
  };
}

/** A job about two parts, which comes with its selection and its run. */
export function newSelectionJob(by: SignedIn, now: unknown): Fields {
  return { type: 'selection', name: 'Brake pads', part_count: 2, ...created(by, now) };
}

export function newSelection(): Fields {
  return { part_ids: [NEW_PART, `part-${'c'.repeat(32)}`] };
}

/** The job `id` about a file, which comes with its run. */
export function newUploadJob(by: SignedIn, now: unknown, id: string): Fields {
  return {
    type: 'upload',
    name: 'Catalogue',
    part_count: null,
    file_name: 'catalogue.csv',
    storage_path: storagePaths.fitmentJobFile(WORKSPACE, id, 'catalogue.csv'),
    size: 1234,
    mapping: [],
    ...created(by, now),
  };
}

/** A group as the functions save it, of fitments `f0` to the one before `f{fitments}`. */
export function savedGroup(index = 0, fitments = 3): Fields {
  const fitment = {
    part: 0,
    make: 'Chevrolet',
    model: 'Cobalt',
    submodel: '',
    qualifiers: [],
    from: 2005,
    to: 2010,
    confidence: 0.9,
    reasoning: '“05-10 Chevy Cobalt”',
  };
  return {
    index,
    parts: [{ part_id: NEW_PART, part_number: 'BP-1042', description: 'Front brake pads' }],
    fitments: Object.fromEntries(Array.from({ length: fitments }, (_, at) => [`f${at}`, fitment])),
    exceptions: [],
    decisions: {},
  };
}

export function newReview(by: SignedIn, now: unknown): Fields {
  return { decision: 'approved', fitments: 1, by: uidOf(by), at: now };
}

/** What a group is told together with the review `review`. */
export function decided(by: SignedIn, now: unknown, review: string, decisions: Fields): Fields {
  return { ...decisions, reviewed_by: uidOf(by), reviewed_at: now, review_id: review };
}

/** The import of vehicles `id`, which comes with its job. */
export function newVehicleImport(by: SignedIn, now: unknown, id: string): Fields {
  return {
    file_name: 'vehicles.csv',
    storage_path: storagePaths.vehicleImportFile(WORKSPACE, id, 'vehicles.csv'),
    size: 1234,
    mode: 'replace',
    columns: ['make', 'model', null, 'years'],
    ...created(by, now),
  };
}

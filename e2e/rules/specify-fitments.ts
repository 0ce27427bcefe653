/** Fitments: parts, jobs with their first runs, imports, and what people decide on what was found. */
import { VEHICLE_FIELDS } from '@docket/model/fitment/vehicle-import';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { change, decisionOnCommit, put } from './commit.ts';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { MANY, MANY_GROUPS, PART, REVIEWED, UNFINISHED } from './seed-fitments.ts';
import { newInventoryImport } from './valid-inventory.ts';
import {
  decided,
  NEW_PART,
  newPart,
  newPartsImport,
  newReview,
  newSelection,
  newSelectionJob,
  newUploadJob,
  newVehicleImport,
} from './valid-fitments.ts';
import { type Fields, newJob, newJobPath } from './valid-writes.ts';

const now = serverTimestamp;
const partIds = (count: number) =>
  Array.from({ length: count }, (_, index) => `part-${index.toString(16).padStart(32, '0')}`);

/** What is put together into one commit; `null` leaves a part out. */
interface JobStart {
  id?: string;
  record?: Fields;
  selection?: Fields | null;
  run?: Fields | null;
}

/** Parts, fitment jobs and their review, imports of parts and of vehicles, as an editor writes them. */
export function specifyFitments(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');

  describe('a part', () => {
    const create = (fields: Fields, id = NEW_PART) =>
      decisionOn(
        setDoc(doc(editor(), paths.part(WORKSPACE, id)), { ...newPart('editor', now()), ...fields }),
      );

    it.each<[string, Fields]>([
      ['without a description', { description: '' }],
      ['without further texts', { texts: [] }],
      ['with texts of several lines', { texts: ['Notes:\nnot for SS', ''] }],
      ['with what columns say', { given: [{ years: '2005', make: 'Ford', model: 'Focus' }] }],
      ['with the longest number', { part_number: 'x'.repeat(LIMITS.partNumberCharacters) }],
      ['with the longest text', { description: 'x'.repeat(LIMITS.partTextCharacters) }],
      ['with as many texts as fit', { texts: Array.from({ length: LIMITS.partTexts }, () => 'x') }],
    ])('is added %s', async (_, fields) => {
      expect(await create(fields)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['without a number', { part_number: ' ' }],
      ['with an endless number', { part_number: 'x'.repeat(LIMITS.partNumberCharacters + 1) }],
      ['with an endless text', { description: 'x'.repeat(LIMITS.partTextCharacters + 1) }],
      ['with texts that are none', { texts: [1] }],
      ['with more texts than fit', { texts: Array.from({ length: LIMITS.partTexts + 1 }, () => 'x') }],
      ['with one text for many', { texts: 'x' }],
      ['with too many vehicles', { given: Array.from({ length: LIMITS.partVehicles + 1 }, () => 0) }],
      ['with anything else', { price: 1 }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { updated_at: new Date(0) }],
    ])('is refused %s', async (_, fields) => {
      expect(await create(fields)).toBe('refused');
    });

    it.each(['part-1', 'BP-1042', `part-${'B'.repeat(32)}`])('has no id such as %s', async (id) => {
      expect(await create({}, id)).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['its number', { part_number: 'BP-2' }],
      ['who added it', { created_by: uidOf('editor') + 'x' }],
      ['its texts to none', { texts: null }],
      ['the time to another', { updated_at: new Date(0) }],
    ])('does not change %s', async (_, fields) => {
      const path = paths.part(WORKSPACE, PART);
      expect(await decisionOn(updateDoc(doc(editor(), path), { updated_at: now(), ...fields }))).toBe(
        'refused',
      );
    });
  });

  describe('a fitment job', () => {
    const start = (record: Fields, { id = 'new', selection = null, run = {} }: JobStart) =>
      decisionOnCommit(editor(), [
        put(paths.fitmentJob(WORKSPACE, id), record),
        ...(selection === null ? [] : [put(paths.fitmentSelection(WORKSPACE, id), selection)]),
        ...(run === null
          ? []
          : [
              put(newJobPath(id, 1, 'fitment_generation'), {
                ...newJob('editor', now(), id, 1, 'fitment_generation'),
                ...run,
              }),
            ]),
      ]);
    const ofSelection = ({ record = {}, selection = newSelection(), ...rest }: JobStart) =>
      start({ ...newSelectionJob('editor', now()), ...record }, { selection, ...rest });
    const ofUpload = ({ id = 'new', record = {}, ...rest }: JobStart) =>
      start({ ...newUploadJob('editor', now(), id), ...record }, { id, ...rest });

    it('takes as many parts as fit', async () => {
      const most = LIMITS.partsPerJob;
      const of = (count: number) =>
        ofSelection({ record: { part_count: count }, selection: { part_ids: partIds(count) } });
      expect(await of(most)).toBe('allowed');
      expect(await of(most + 1)).toBe('refused');
    });

    it.each<[string, JobStart]>([
      ['without a name', { record: { name: ' ' } }],
      ['with another number of parts', { record: { part_count: 3 } }],
      ['without a number of parts', { record: { part_count: null } }],
      ['of another type', { record: { type: 'upload' } }],
      ['without its selection', { selection: null }],
      ['with a selection of nothing', { record: { part_count: 0 }, selection: { part_ids: [] } }],
      ['with the same part twice', { selection: { part_ids: [PART, PART] } }],
      ['with parts that are none', { selection: { part_ids: [PART, 7] } }],
      ['with parts elsewhere', { selection: { part_ids: [PART, 'a/b'] } }],
      ['with anything else selected', { selection: { ...newSelection(), all: true } }],
      ['with results', { record: { results: { parts: 1 } } }],
      ['with a review', { record: { review: { pending: 0, approved: 2, rejected: 0 } } }],
      ['without its run', { run: null }],
      ['with documents', { run: { input: { document_ids: ['d1'] } } }],
      ["in somebody else's name", { record: { created_by: uidOf('owner') } }],
      ['at a time of its own', { record: { created_at: new Date(0) } }],
      ['under an id that is none', { id: 'a.b' }],
    ])('of a selection is refused %s', async (_, parts) => {
      expect(await ofSelection(parts)).toBe('refused');
    });

    it.each<[string, JobStart]>([
      ['without a file name', { record: { file_name: '' } }],
      ['with the file of another', { record: newUploadJob('editor', now(), UNFINISHED) }],
      [
        'with the file of an import',
        { record: { storage_path: storagePaths.partsImportFile(WORKSPACE, 'new', 'a.csv') } },
      ],
      ['with no file', { record: { storage_path: null } }],
      ['of nothing', { record: { size: 0 } }],
      ['of too much', { record: { size: LIMITS.partsFileBytes + 1 } }],
      ['with what its tables are in words', { record: { mapping: 'part_number' } }],
      ['with too many tables', { record: { mapping: Array.from({ length: 21 }, () => null) } }],
      ['with a number of parts', { record: { part_count: 2 } }],
      ['with a selection', { selection: newSelection() }],
      ['without its run', { run: null }],
    ])('of a file is refused %s', async (_, parts) => {
      expect(await ofUpload(parts)).toBe('refused');
    });

    it('has one run, and no selection but its own', async () => {
      expect(await ofSelection({ id: REVIEWED })).toBe('refused');
      const run = newJob('editor', now(), REVIEWED, 1, 'fitment_generation');
      const path = newJobPath(REVIEWED, 1, 'fitment_generation');
      expect(await decisionOn(setDoc(doc(editor(), path), run))).toBe('refused');
      const selection = doc(editor(), paths.fitmentSelection(WORKSPACE, MANY));
      expect(await decisionOn(setDoc(selection, newSelection()))).toBe('refused');
    });

    it('is nothing for other pipelines', async () => {
      const record = newSelectionJob('editor', now());
      const writes = [
        put(paths.fitmentJob(WORKSPACE, 'new'), record),
        put(paths.fitmentSelection(WORKSPACE, 'new'), newSelection()),
        put(newJobPath('new', 1, 'parts_import'), {
          ...newJob('editor', now(), 'new', 1, 'parts_import'),
          subject: { type: 'fitment_job', id: 'new' },
        }),
      ];
      expect(await decisionOnCommit(editor(), writes)).toBe('refused');
    });
  });

  describe('a review', () => {
    const group = (id: string, job = REVIEWED) => paths.fitmentGroup(WORKSPACE, job, id);
    const reviewOf = (job = REVIEWED, id = 'r1', fields: Fields = {}) =>
      put(paths.fitmentReview(WORKSPACE, job, id), { ...newReview('editor', now()), ...fields });
    const decide = (fields: Fields, review: Fields = {}) =>
      decisionOnCommit(editor(), [
        change(group('g1'), { ...decided('editor', now(), 'r1', {}), ...fields }),
        reviewOf(REVIEWED, 'r1', review),
      ]);

    it.each<[string, Fields]>([
      ['approves', { 'decisions.f1': 'approved', 'decisions.f2': 'approved' }],
      ['rejects', { 'decisions.f1': 'rejected' }],
      ['thinks better of it', { 'decisions.f0': 'rejected' }],
      ['takes a decision back', { 'decisions.f0': deleteField() }],
    ])('%s', async (_, fields) => {
      expect(await decide(fields)).toBe('allowed');
    });

    it('decides on many groups in one commit', async () => {
      const writes = MANY_GROUPS.map((id) =>
        change(group(id, MANY), decided('editor', now(), 'r1', { 'decisions.f0': 'approved' })),
      );
      expect(await decisionOnCommit(editor(), [...writes, reviewOf(MANY)])).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['with a word of its own', { 'decisions.f1': 'maybe' }],
      ['on a fitment that is not there', { 'decisions.f9': 'approved' }],
      ['with decisions that are none', { decisions: 'approved' }],
      ['and changes a fitment', { 'fitments.f1.to': 2012 }],
      ['and adds a fitment', { 'fitments.f9': { make: 'Ford' }, 'decisions.f9': 'approved' }],
      ['and changes exceptions', { exceptions: [{ code: 'no_vehicle' }] }],
      ["in somebody else's name", { 'decisions.f1': 'approved', reviewed_by: uidOf('owner') }],
      ['at a time of its own', { 'decisions.f1': 'approved', reviewed_at: new Date(0) }],
      ['as part of an earlier review', { 'decisions.f1': 'approved', review_id: 'earlier' }],
      ['as part of no review', { 'decisions.f1': 'approved', review_id: null }],
      ['as part of a review that is not there', { 'decisions.f1': 'approved', review_id: 'r9' }],
    ])('does not decide %s', async (_, fields) => {
      expect(await decide(fields)).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['of nothing', { fitments: 0 }],
      ['of half a fitment', { fitments: 0.5 }],
      ['with a word of its own', { decision: 'pending' }],
      ["in somebody else's name", { by: uidOf('owner') }],
      ['at a time of its own', { at: new Date(0) }],
      ['with more than that', { counts: { pending: 0 } }],
    ])('is refused %s', async (_, review) => {
      expect(await decide({ 'decisions.f1': 'approved' }, review)).toBe('refused');
    });

    it('is not possible before there are results', async () => {
      expect(await decisionOnCommit(editor(), [reviewOf(UNFINISHED)])).toBe('refused');
      await stand().amend(paths.fitmentJob(WORKSPACE, UNFINISHED), { results: { parts: 1 } });
      expect(await decisionOnCommit(editor(), [reviewOf(UNFINISHED)])).toBe('allowed');
    });
  });

  describe('an import of vehicles', () => {
    const start = (fields: Fields, run: Fields | null = {}) =>
      decisionOnCommit(editor(), [
        put(paths.vehicleImport(WORKSPACE, 'new'), {
          ...newVehicleImport('editor', now(), 'new'),
          ...fields,
        }),
        ...(run === null
          ? []
          : [
              put(newJobPath('new', 1, 'vehicle_import'), {
                ...newJob('editor', now(), 'new', 1, 'vehicle_import'),
                ...run,
              }),
            ]),
      ]);

    it.each<[string, Fields]>([
      ['in place of the table', { mode: 'replace' }],
      ['besides the table', { mode: 'extend' }],
      ['of all fields', { columns: VEHICLE_FIELDS }],
      ['with first years alone', { columns: ['year_from', 'model', 'make'] }],
    ])('is started %s', async (_, fields) => {
      expect(await start(fields)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['in another way', { mode: 'merge' }],
      ['without makes', { columns: ['model', 'years'] }],
      ['without models', { columns: ['make', 'years'] }],
      ['without years', { columns: ['make', 'model'] }],
      ['with years twice', { columns: ['make', 'model', 'years', 'years'] }],
      ['with a field that nobody knows', { columns: ['make', 'model', 'years', 'colour'] }],
      [
        'with too many columns',
        { columns: ['make', 'model', 'years', ...Array.from({ length: 58 }, () => null)] },
      ],
      ['of too much', { size: LIMITS.partsFileBytes + 1 }],
      ['with an outcome', { outcome: null }],
      [
        'with the file of another',
        { storage_path: storagePaths.vehicleImportFile(WORKSPACE, 'old', 'a.csv') },
      ],
    ])('is refused %s', async (_, fields) => {
      expect(await start(fields)).toBe('refused');
    });

    it('is refused without its run, and with one in a later step', async () => {
      expect(await start({}, null)).toBe('refused');
      expect(await start({}, { from_phase: 2 })).toBe('refused');
    });
  });

  describe('an import of parts', () => {
    const start = (fields: Fields, run: Fields | null = {}) =>
      decisionOnCommit(editor(), [
        put(paths.partsImport(WORKSPACE, 'new'), { ...newPartsImport('editor', now(), 'new'), ...fields }),
        ...(run === null
          ? []
          : [
              put(newJobPath('new', 1, 'parts_import'), {
                ...newJob('editor', now(), 'new', 1, 'parts_import'),
                ...run,
              }),
            ]),
      ]);

    it.each<[string, Fields]>([
      ['with a file elsewhere', { storage_path: newInventoryImport('editor', now(), 'new')['storage_path'] }],
      ['of nothing', { size: 0 }],
      ['without what its tables are', { mapping: null }],
      ['with an outcome', { outcome: null }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
    ])('is refused %s', async (_, fields) => {
      expect(await start(fields)).toBe('refused');
    });

    it('is started with its run alone, whose columns are recognised', async () => {
      expect(await start({ mapping: [] }, null)).toBe('refused');
      expect(await start({ mapping: [] })).toBe('allowed');
    });
  });
}

/** Goes through the images of a workspace and judges what a backfill has to do. Holds one page of them in memory. */
import { BACKFILL_EXAMPLES, type BackfillFindings } from '@docket/model/backfill';
import { isActive, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import { queryPages } from '../../services/query-pages.ts';
import {
  JUDGED_FIELDS,
  judgeImage,
  type JudgedImage,
  judgedImageSchema,
  type Judgement,
} from './judge-image.ts';

/** Images, or jobs, that are read at a time. */
const PAGE = 500;

export interface FoundImage extends JudgedImage {
  id: string;
  judgement: Judgement;
}

/** Some images, by their ids in order; `last` is the last one that was looked at. */
export interface ScannedPage {
  images: FoundImage[];
  last: string;
}

/** All images of a workspace with ids greater than `after`. What is no image is passed over. */
export async function* scanImages(
  db: Firestore,
  workspaceId: string,
  clock: () => Date,
  after = '',
): AsyncGenerator<ScannedPage> {
  const atWork = await imagesAtWork(db, workspaceId);
  const all = db
    .collection(paths.images(workspaceId))
    .orderBy(FieldPath.documentId())
    .select(...JUDGED_FIELDS);
  for await (const page of queryPages(after === '' ? all : all.startAfter(after), PAGE)) {
    const images = page.flatMap((snapshot): FoundImage[] => {
      const image = judgedImageSchema.safeParse(snapshot.data()).data;
      if (image === undefined) return [];
      const isLegacy = snapshot.get('processing_status') === undefined;
      const surroundings = { atWork: atWork.has(snapshot.id), isLegacy, now: clock() };
      return [{ ...image, id: snapshot.id, judgement: judgeImage(image, surroundings) }];
    });
    yield { images, last: page.at(-1)?.id ?? after };
  }
}

const workSchema = jobSchema.pick({ status: true, input: true });

/**
 * The images that are the material of runs which have not ended, also of those that a backfill has just started: 100,000
 * of them are some 10 MB.
 */
async function imagesAtWork(db: Firestore, workspaceId: string): Promise<Set<string>> {
  const open = db
    .collection(paths.jobs(workspaceId))
    .where('open', '==', true)
    .orderBy(FieldPath.documentId())
    .select(...Object.keys(workSchema.shape));
  const found = new Set<string>();
  for await (const page of queryPages(open, PAGE)) {
    for (const snapshot of page) {
      const job = workSchema.safeParse(snapshot.data()).data;
      if (job === undefined || !isActive(job.status)) continue;
      for (const id of job.input.image_ids ?? []) found.add(id);
    }
  }
  return found;
}

/** What a backfill of the workspace would do now. `onPage` is told how many images have been looked at. */
export async function findImages(
  db: Firestore,
  workspaceId: string,
  clock: () => Date,
  onPage: (looked: number) => void = () => {},
): Promise<BackfillFindings> {
  const findings: BackfillFindings = { missing: 0, bytes: 0, done: 0, examples: [], at: clock() };
  let looked = 0;
  for await (const { images } of scanImages(db, workspaceId, clock)) {
    for (const { judgement, size, file_name } of images) {
      if (judgement === 'done') findings.done += 1;
      if (judgement !== 'missing') continue;
      findings.missing += 1;
      findings.bytes += size;
      if (findings.examples.length < BACKFILL_EXAMPLES) findings.examples.push(file_name);
    }
    looked += images.length;
    onPage(looked);
  }
  return findings;
}

/** Whether a backfill would find anything to do. Looks no further than it must. */
export async function isAnyMissing(db: Firestore, workspaceId: string, clock: () => Date): Promise<boolean> {
  for await (const { images } of scanImages(db, workspaceId, clock)) {
    if (images.some(({ judgement }) => judgement === 'missing')) return true;
  }
  return false;
}

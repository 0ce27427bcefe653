/** Goes through the images of a workspace and judges what a backfill has to do. Holds one page of them in memory. */
import { BACKFILL_EXAMPLES, type BackfillFindings } from '@docket/model/backfill';
import { paths } from '@docket/model/paths';
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import { queryPages } from '../../services/query-pages.ts';
import { allImagesAtWork } from '../open-runs.ts';
import {
  JUDGED_FIELDS,
  judgeImage,
  type JudgedImage,
  judgedImageSchema,
  type Judgement,
} from './judge-image.ts';

/** Images that are read at a time. */
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
  const atWork = await allImagesAtWork(db, workspaceId);
  const all = db
    .collection(paths.images(workspaceId))
    .orderBy(FieldPath.documentId())
    .select(...JUDGED_FIELDS);
  for await (const page of queryPages(after === '' ? all : all.startAfter(after), PAGE)) {
    const images = page.flatMap((snapshot): FoundImage[] => {
      const image = judgedImageSchema.safeParse(snapshot.data()).data;
      if (image === undefined) return [];
      const isLegacy = snapshot.get('processing_status') === undefined;
      const judged = judgeImage(image, { isLegacy, now: clock() });
      const judgement = judged === 'missing' && atWork.has(snapshot.id) ? 'under_way' : judged;
      return [{ ...image, id: snapshot.id, judgement }];
    });
    yield { images, last: page.at(-1)?.id ?? after };
  }
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

/** Many images through the public client path, with workers that die: all are finished, none is made twice. */
import { paths } from '@docket/model/paths';
import { jobSchema } from '@docket/model/job';
import { expect, test } from '@playwright/test';
import { type Client, connectClient } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { clearFaults, faultHasStruck, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';
import { derivedObjects, derivedPaths, imageIdOf, makePhotos, sendPhotos } from './photos.ts';

const COUNT = 137;
/** Workers that die while they work. */
const DEATHS = 3;

let client: Client;
test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

/** Jobs that have any of the images, by id. */
async function jobsOf(ids: ReadonlySet<string>) {
  const { docs } = await testAdmin().db.collection(paths.jobs(client.workspace)).get();
  return docs
    .map((snapshot) => ({ id: snapshot.id, job: jobSchema.parse(snapshot.data()) }))
    .filter(({ job }) => job.input.image_ids?.some((id) => ids.has(id)) === true);
}

test('workers killed in the middle of 137 images cost time: all are finished, none is made twice; once more makes nothing', async () => {
  const photos = await makePhotos(COUNT);
  const ids = new Set(photos.map(imageIdOf));
  const killing = (async () => {
    for (let death = 0; death < DEATHS; death++) {
      await injectFault('derive_images', 'before', { kind: 'kill', after_ms: 150 });
      await faultHasStruck('derive_images', 'before');
    }
  })();
  const outcomes = await sendPhotos(client, photos);
  await killing;
  expect(outcomes.filter(({ image }) => image?.processing_status === 'completed')).toHaveLength(COUNT);

  const jobs = await jobsOf(ids);
  await expect.poll(async () => (await jobsOf(ids)).filter(({ job }) => job.open)).toEqual([]);
  expect(jobs.flatMap(({ job }) => job.input.image_ids ?? []).toSorted()).toEqual([...ids].toSorted());
  const lost = (await jobsOf(ids))
    .flatMap(({ job }) => job.attempts)
    .filter(({ outcome }) => outcome === 'lost');
  expect(lost.length).toBeGreaterThanOrEqual(DEATHS);
  const made = await Promise.all(
    outcomes.map(async ({ imageId, image }) => ({
      objects: await derivedObjects(testAdmin(), client.workspace, imageId),
      spokenOf: image === null ? [] : derivedPaths(image),
    })),
  );
  for (const { objects, spokenOf } of made) expect(objects).toEqual(spokenOf);

  const again = await sendPhotos(client, photos);
  expect(again.every(({ known }) => known)).toBe(true);
  expect(await jobsOf(ids)).toHaveLength(jobs.length);
});

/** Who gets labels for which items. */
import { labelsAnswerSchema } from '@docket/model/inventory/labels';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLabels } from '../src/inventory/labels/answer-labels.ts';
import { WORKSPACE } from './engine-bench.ts';
import { clock, type InventoryBench, NOW, openInventoryBench } from './inventory-bench.ts';

let bench: InventoryBench;

beforeAll(async () => {
  bench = await openInventoryBench();
  await bench.db.doc(paths.location(WORKSPACE, 'shelf')).set({
    name: 'Shelf 4',
    description: '',
    active: true,
    is_default: false,
    created_by: 'editor',
    created_at: NOW,
  });
  await bench.item('bolts', { name: 'Bolts', sku: 'BLT-1', location_id: 'shelf' });
  await bench.item('nuts', { name: 'Nuts', sku: 'NUT-1', location_id: 'gone' });
});
afterAll(async () => await bench.close());

const asked = async (uid: string | undefined, data: unknown) =>
  await answerLabels({ db: bench.db, clock }, { uid, data });
const wanted = (...itemIds: string[]) => ({ workspace: WORKSPACE, item_ids: itemIds });

/** All texts of the first page. */
async function textsOf(answer: unknown): Promise<string[]> {
  const data = Uint8Array.from(Buffer.from(labelsAnswerSchema.parse(answer).pdf, 'base64'));
  const page = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
}

describe('labels', () => {
  it.each(ROLES)('are for every member: %s', async (role) => {
    expect(await textsOf(await asked(role, wanted('bolts')))).toEqual(['Bolts', 'Shelf 4', 'BLT-1']);
  });

  it('come in the order asked for, as often as asked for', async () => {
    const texts = await textsOf(await asked('viewer', wanted('nuts', 'bolts', 'nuts')));
    expect(texts.filter((text) => text.endsWith('-1'))).toEqual(['NUT-1', 'BLT-1', 'NUT-1']);
  });

  it('leave out items that are gone, and locations that are', async () => {
    expect(await textsOf(await asked('viewer', wanted('nuts', 'deleted')))).toEqual(['Nuts', 'NUT-1']);
  });

  it('are not made of nothing', async () => {
    await expect(asked('viewer', wanted('deleted'))).rejects.toMatchObject({
      code: 'not-found',
      message: 'These items are not there any more.',
    });
  });

  it('are not for strangers, nor for members of another workspace', async () => {
    await expect(asked('stranger', wanted('bolts'))).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(asked('owner', { ...wanted('bolts'), workspace: 'another' })).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });

  it('are not for those who have not signed in, whatever they ask', async () => {
    await expect(asked(undefined, wanted('bolts'))).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(asked(undefined, null)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    [null],
    [{}],
    [wanted()],
    [wanted('../../members/owner')],
    [wanted(...Array.from({ length: LIMITS.labels + 1 }, () => 'bolts'))],
    [{ ...wanted('bolts'), and: 1 }],
  ])('are not made for questions that make no sense: %j', async (data) => {
    await expect(asked('viewer', data)).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('come for as many items at once as may be asked for', async () => {
    const ids = Array.from({ length: LIMITS.labels }, () => 'bolts');
    const { pdf } = labelsAnswerSchema.parse(await asked('viewer', wanted(...ids)));
    const data = Uint8Array.from(Buffer.from(pdf, 'base64'));
    expect((await getDocument({ data, verbosity: 0 }).promise).numPages).toBe(Math.ceil(LIMITS.labels / 24));
  });
});

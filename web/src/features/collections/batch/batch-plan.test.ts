import { type Collection, collectionSchema } from '@docket/model/collection';
import type { DocumentKind } from '@docket/model/document';
import { describe, expect, it } from 'vitest';
import { summary } from '../../../fixtures/records.ts';
import { NOTHING_PENDING } from '../run/run-view.ts';
import { batchReport, type Candidate, planBatch } from './batch-plan.ts';

const BOTH: readonly DocumentKind[] = ['linesheet', 'purchase_order'];
const products = { job_id: 'j', product_count: 39, image_count: 39, matched_count: 39, currency: null };

function candidate(
  id: string,
  change: Partial<Collection> = {},
  kinds: readonly DocumentKind[] = BOTH,
  uploading = 0,
): Candidate {
  const data = collectionSchema.parse({
    name: id.toUpperCase(),
    season: '',
    created_by: 'u',
    created_at: new Date(0),
    ...change,
  });
  const files = kinds.map((kind) => ({
    id: `${id}-${kind}`,
    path: '',
    data: {
      kind,
      file_name: kind,
      content_type: '',
      size: 1,
      storage_path: '',
      uploaded_by: 'u',
      uploaded_at: new Date(0),
    },
  }));
  return { collection: { id, path: '', data }, files, uploading };
}
const reasons = (plan: ReturnType<typeof planBatch>) =>
  plan.blocked.map(({ name, reason }) => `${name}: ${reason}`);

describe('starting several collections at once', () => {
  it('processes the documents of each that has what it needs, under the number of its next run', () => {
    const again = candidate('b', {
      processing_status: { document_processing: summary('b', 6, { status: 'completed', run: 3 }) },
    });
    const { starts, blocked } = planBatch('document_processing', [candidate('a'), again], NOTHING_PENDING);
    expect(starts.map(({ start }) => start)).toEqual([
      {
        pipeline: 'document_processing',
        collectionId: 'a',
        run: 1,
        documentIds: ['a-linesheet', 'a-purchase_order'],
      },
      {
        pipeline: 'document_processing',
        collectionId: 'b',
        run: 4,
        documentIds: ['b-linesheet', 'b-purchase_order'],
      },
    ]);
    expect(blocked).toEqual([]);
  });

  it('says what becomes of what an earlier run has made', () => {
    const candidates = [candidate('a', { results: products }), candidate('b')];
    const { starts } = planBatch('document_processing', candidates, NOTHING_PENDING);
    expect(starts.map(({ note }) => note)).toEqual([
      'Processed before: its products will be replaced.',
      null,
    ]);
  });

  it('says of each other collection what it lacks', () => {
    const plan = planBatch(
      'document_processing',
      [
        candidate('a', {}, ['linesheet']),
        candidate('b', { processing_status: { document_processing: summary('b', 2) } }),
        candidate('c', {}, BOTH, 1),
        candidate('d', { processing_status: { document_processing: summary('d', 2, { status: 'paused' }) } }),
      ],
      NOTHING_PENDING,
    );
    expect(plan.starts).toEqual([]);
    expect(reasons(plan)).toEqual([
      'A: Add a purchase order first.',
      'B: Processing is under way.',
      'C: One file is still uploading.',
      'D: Processing is paused. Resume or cancel it first.',
    ]);
  });

  it('generates items from the purchase orders where there are products', () => {
    const plan = planBatch(
      'item_generation',
      [
        candidate('a', { results: products }),
        candidate('b'),
        candidate('c', { results: products }, ['linesheet']),
      ],
      NOTHING_PENDING,
    );
    expect(plan.starts.map(({ start }) => start.documentIds)).toEqual([['a-purchase_order']]);
    expect(plan.blocked.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  it('generates decks where there are items', () => {
    const plan = planBatch(
      'deck_generation',
      [candidate('a', { item_count: 2 }), candidate('b')],
      NOTHING_PENDING,
    );
    expect(plan.starts.map(({ start }) => start.documentIds)).toEqual([[]]);
    expect(reasons(plan)).toEqual(['B: There are no items yet. Generate Items first.']);
  });
});

describe('the toast after it', () => {
  it('counts what was started and names what was not', () => {
    expect(batchReport(3, [])).toMatchObject({ color: 'green', title: '3 started' });
    const refused = [{ name: 'A', reason: 'Somebody else was faster.' }];
    expect(batchReport(2, refused)).toEqual({
      color: 'yellow',
      title: '2 started, 1 could not be started',
      message: 'A: Somebody else was faster.',
    });
    expect(batchReport(0, refused)).toMatchObject({ color: 'red', title: '1 could not be started' });
  });
});

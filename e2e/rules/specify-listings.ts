/** What may stand in a listing, when it is published, and how its photos are analysed. */
import { ALLOWED_REQUESTS, JOB_STATUSES, REQUEST_ACTIONS } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { LISTING_FIELDS } from '@docket/model/listing/listing';
import { ITEM_CONDITIONS, SUGGESTION_LANGUAGES } from '@docket/model/listing/suggestions';
import { paths } from '@docket/model/paths';
import { PIPELINES, type Pipeline } from '@docket/model/pipelines';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { FRESH, listingIn, listingJobIn } from './seed.ts';
import { DRAFT, PUBLISHED } from './seed-listings.ts';
import { newListing, publication } from './valid-listings.ts';
import { type Fields, newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;
const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));
const longWords = (count: number) => many(count, (index) => `${index}`.padEnd(LIMITS.tagCharacters, 'x'));
const photos = (count: number) => many(count, (index) => `f-${index}`);

const LONG: Fields = {
  title: 'x'.repeat(LIMITS.nameCharacters),
  description: 'x'.repeat(LIMITS.descriptionCharacters),
  category: 'x'.repeat(LIMITS.nameCharacters),
  tags: longWords(LIMITS.listingTags),
  brand: 'x'.repeat(LIMITS.nameCharacters),
  model: 'x'.repeat(LIMITS.nameCharacters),
  size: 'x'.repeat(LIMITS.nameCharacters),
  colours: longWords(LIMITS.listingColours),
  price: { amount: LIMITS.price, currency: 'EUR' },
};

/** What a listing can say. */
const CONTENTS: readonly [string, Fields][] = [
  ['as much as fits', LONG],
  ['of whatever is left', { price: { amount: 0, currency: 'JPY' } }],
  ...ITEM_CONDITIONS.map((condition): [string, Fields] => [`of something ${condition}`, { condition }]),
  ...SUGGESTION_LANGUAGES.map((language): [string, Fields] => [`in ${language}`, { language }]),
  ['with all fields touched', { touched: LISTING_FIELDS }],
  [
    'with as many photos as fit',
    { photos: photos(LIMITS.photosPerListing), own_photos: photos(LIMITS.photosPerListing) },
  ],
  ['without photos', { photos: [], own_photos: [] }],
];

const TEXTS = ['title', 'category', 'brand', 'model', 'size'] as const;

/** What it cannot. */
const SHAPES: readonly [string, Fields][] = [
  ...TEXTS.flatMap((field): [string, Fields][] => [
    [`with an endless ${field}`, { [field]: 'x'.repeat(LIMITS.nameCharacters + 1) }],
    [`with a ${field} that is no text`, { [field]: null }],
  ]),
  ['with an endless description', { description: 'x'.repeat(LIMITS.descriptionCharacters + 1) }],
  ['with a description that is no text', { description: 5 }],
  ...(['tags', 'colours'] as const).flatMap((field): [string, Fields][] => [
    [`with ${field} that are a text`, { [field]: 'red' }],
    [`with ${field} that are numbers`, { [field]: [1, 2] }],
    [`with ${field} that are lists`, { [field]: [{ red: true }] }],
    [`with ${field} of several lines`, { [field]: ['red\nblue'] }],
    [`with empty ${field}`, { [field]: ['red', ''] }],
    [`with endless ${field}`, { [field]: ['x'.repeat(LIMITS.tagCharacters + 1)] }],
  ]),
  ['with too many tags', { tags: many(LIMITS.listingTags + 1, String) }],
  ['with too many colours', { colours: many(LIMITS.listingColours + 1, String) }],
  ['in a condition that nobody knows', { condition: 'old' }],
  ['in no condition', { condition: '' }],
  ['with a price below nothing', { price: { amount: -1, currency: 'EUR' } }],
  ['with an endless price', { price: { amount: LIMITS.price + 1, currency: 'EUR' } }],
  ['with a price that is a text', { price: { amount: '5', currency: 'EUR' } }],
  ['with a price in no currency', { price: { amount: 5, currency: '' } }],
  ['with a price in small letters', { price: { amount: 5, currency: 'eur' } }],
  ['with a price without its currency', { price: { amount: 5 } }],
  ['with a price that says more', { price: { amount: 5, currency: 'EUR', lowest: 4 } }],
  ['with a bare price', { price: 5 }],
  ['with a field touched that it does not have', { touched: ['photos'] }],
  ['with a field touched twice', { touched: ['title', 'title'] }],
  ['with touched fields that are no list', { touched: { title: true } }],
  ['with too many photos', { photos: photos(LIMITS.photosPerListing + 1) }],
  ['with a photo twice', { photos: ['f-1', 'f-2', 'f-1'] }],
  ['with a photo that is a path', { photos: ['f-2', 'a/b'] }],
  ['with a photo that is no id', { photos: ['f-2', 5] }],
  ['with photos that are no list', { photos: 'f-2' }],
  ['with a photo of its own that it does not have', { own_photos: ['f-3'] }],
  ['with a photo of its own twice', { own_photos: ['f-2', 'f-2'] }],
  ['with photos of its own that are no list', { own_photos: null }],
  ['in a language that nobody writes', { language: 'it' }],
  ['in no language', { language: null }],
  ['changed at a time of its own', { updated_at: new Date(0) }],
  ["in somebody else's name", { created_by: uidOf('owner') }],
  ['at a time of its own', { created_at: new Date(0) }],
  ['with a processing status', { processing_status: {} }],
  ['with suggestions', { suggestions: [] }],
];

/** Listings and the runs that look at their photos, as an editor writes them. */
export function specifyListings(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');
  const save = (fields: Fields, id = 'new') =>
    decisionOn(
      setDoc(doc(editor(), paths.listing(WORKSPACE, id)), { ...newListing('editor', now()), ...fields }),
    );
  const edit = (id: string, fields: Fields) =>
    decisionOn(updateDoc(doc(editor(), paths.listing(WORKSPACE, id)), { updated_at: now(), ...fields }));

  describe('a new listing', () => {
    it.each(CONTENTS)('is saved %s', async (_, fields) => {
      expect(await save(fields)).toBe('allowed');
    });

    it.each(SHAPES)('is refused %s', async (_, fields) => {
      expect(await save(fields)).toBe('refused');
    });

    it.each(Object.keys(newListing('editor', null)))('is refused without %s', async (field) => {
      const fields = Object.entries(newListing('editor', now())).filter(([name]) => name !== field);
      const listing = doc(editor(), paths.listing(WORKSPACE, 'new'));
      expect(await decisionOn(setDoc(listing, Object.fromEntries(fields)))).toBe('refused');
    });

    it('is a draft', async () => {
      expect(await save(publication(now()))).toBe('refused');
    });

    it('has an id that is one', async () => {
      expect(await save({}, 'n'.repeat(128))).toBe('allowed');
      expect(await save({}, 'n.1')).toBe('refused');
      expect(await save({}, DRAFT)).toBe('refused');
    });
  });

  describe('a listing that is there', () => {
    it.each(CONTENTS)('is changed to one %s', async (_, fields) => {
      expect(await edit(DRAFT, fields)).toBe('allowed');
    });

    it.each(SHAPES)('is refused %s', async (_, fields) => {
      expect(await edit(DRAFT, fields)).toBe('refused');
    });

    it.each(Object.keys(newListing('editor', null)))('is refused without %s', async (field) => {
      expect(await edit(DRAFT, { [field]: deleteField() })).toBe('refused');
    });

    it('may be filled in while its photos are looked at', async () => {
      const status = { processing_status: { listing_analysis: { status: 'completed' } } };
      expect(await edit(listingIn('processing'), { title: 'Drill', touched: ['title'] })).toBe('allowed');
      expect(await edit(listingIn('processing'), status)).toBe('refused');
    });
  });

  describe('publishing a listing', () => {
    const publish = (fields: Fields) => edit(DRAFT, { ...publication(now()), ...fields });

    it('makes all that it says the words of the person', async () => {
      expect(await publish({})).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['without a title', { title: '' }],
      ['with a title of blanks', { title: '  ' }],
      ['with fields that nobody has touched', { touched: ['title'] }],
      ['at a time of its own', { published_at: new Date(0) }],
      ['at no time', { published_at: true }],
    ])('is refused %s', async (_, fields) => {
      expect(await publish(fields)).toBe('refused');
    });

    it('is done once', async () => {
      expect(await edit(PUBLISHED, { title: 'Drill' })).toBe('allowed');
      expect(await edit(PUBLISHED, { published_at: now() })).toBe('refused');
      expect(await edit(PUBLISHED, { published_at: null })).toBe('refused');
    });

    it('is for good: it keeps a title, and all that it says', async () => {
      expect(await edit(PUBLISHED, { title: ' ' })).toBe('refused');
      expect(await edit(PUBLISHED, { touched: [] })).toBe('refused');
    });
  });

  describe('an analysis of photos', () => {
    const start = (
      change: Fields = {},
      {
        id = DRAFT,
        run = 1,
        pipeline = 'listing_analysis',
      }: { id?: string; run?: number; pipeline?: Pipeline } = {},
    ) =>
      decisionOn(
        setDoc(doc(editor(), newJobPath(id, run, pipeline)), {
          ...newJob('editor', now(), id, run, pipeline),
          subject: { type: 'listing', id },
          ...change,
        }),
      );

    it('is started for a listing', async () => {
      expect(await start()).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['with documents', { input: { document_ids: ['d1'] } }],
      ['with images', { input: { document_ids: [], image_ids: ['f-1'] } }],
      ['without input', { input: {} }],
      ['in a later phase', { from_phase: 2 }],
      ['that is under way', { status: 'processing' }],
      ['that nobody looks after', { open: false }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['on another listing', { subject: { type: 'listing', id: PUBLISHED } }],
      ['on a collection', { subject: { type: 'collection', id: FRESH } }],
    ])('is refused %s', async (_, change) => {
      expect(await start(change)).toBe('refused');
    });

    it.each(PIPELINES.filter((pipeline) => pipeline !== 'listing_analysis'))(
      'is no run of %s',
      async (pipeline) => {
        expect(await start({}, { pipeline })).toBe('refused');
      },
    );

    it('needs a listing', async () => {
      expect(await start({}, { id: 'nobody' })).toBe('refused');
      expect(await start({ subject: { type: 'collection', id: FRESH } }, { id: FRESH })).toBe('refused');
    });

    it.each(JOB_STATUSES)('comes after one that is %s if that is over', async (status) => {
      const over = ['cancelled', 'failed', 'completed'].includes(status);
      const id = listingIn(status);
      expect(await start({}, { id, run: 3 })).toBe('refused');
      expect(await start({}, { id, run: 2 })).toBe(over ? 'allowed' : 'refused');
    });

    it.each(JOB_STATUSES.flatMap((status) => REQUEST_ACTIONS.map((action) => ({ status, action }))))(
      'that is $status: $action is as for all runs',
      async ({ status, action }) => {
        const allowed: readonly string[] = ALLOWED_REQUESTS[status];
        const request = { ...newRequest('editor', now()), job_id: listingJobIn(status), action };
        const wish = setDoc(doc(editor(), paths.jobRequest(WORKSPACE, 'r2')), request);
        expect(await decisionOn(wish)).toBe(allowed.includes(action) ? 'allowed' : 'refused');
      },
    );
  });
}

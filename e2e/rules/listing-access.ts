/** Every path of listings with what may be done there, and by whom. */
import { paths } from '@docket/model/paths';
import { doc, serverTimestamp, setDoc } from 'firebase/firestore';
import { type AccessRow, author, noWrites, read } from './firestore-access.ts';
import { WORKSPACE } from './people.ts';
import { listingIn, listingJobIn } from './seed.ts';
import { DRAFT, PUBLISHED, SUGGESTED } from './seed-listings.ts';
import { newListing, publication } from './valid-listings.ts';
import { newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;
const createListing: AccessRow['create'] = (db, by) =>
  setDoc(doc(db, paths.listing(WORKSPACE, 'new')), newListing(author(by), now()));
const written = { create: 'edit', update: 'edit', delete: 'edit' } as const;

export const LISTING_ACCESS: readonly AccessRow[] = [
  {
    pattern: 'workspaces/{workspace}/listings/{listing} that is a draft',
    existing: paths.listing(WORKSPACE, DRAFT),
    create: createListing,
    change: publication(now()),
    allowed: { ...read, ...written },
  },
  {
    pattern: 'workspaces/{workspace}/listings/{listing} that is published',
    existing: paths.listing(WORKSPACE, PUBLISHED),
    create: createListing,
    change: { title: 'Drill', updated_at: now() },
    allowed: { ...read, ...written },
  },
  {
    pattern: 'workspaces/{workspace}/listings/{listing} that is being analysed',
    existing: paths.listing(WORKSPACE, listingIn('processing')),
    create: createListing,
    change: { title: 'Drill', touched: ['title'], updated_at: now() },
    allowed: { ...read, ...written },
  },
  {
    pattern: '…/listings/{listing}/analysis/{analysis}',
    existing: paths.listingAnalysis(WORKSPACE, SUGGESTED),
    create: (db) => setDoc(doc(db, paths.listingAnalysis(WORKSPACE, DRAFT)), { job_id: 'j' }),
    change: { suggestions: [] },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/jobs/{job} on a listing',
    existing: paths.job(WORKSPACE, listingJobIn('failed')),
    create: (db, by) =>
      setDoc(
        doc(db, newJobPath(DRAFT, 1, 'listing_analysis')),
        newJob(author(by), now(), DRAFT, 1, 'listing_analysis'),
      ),
    change: { status: 'queued' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/job_requests/{request} about a listing',
    existing: paths.jobRequest(WORKSPACE, 'r1'),
    create: (db, by) =>
      setDoc(doc(db, paths.jobRequest(WORKSPACE, 'r2')), {
        ...newRequest(author(by), now()),
        job_id: listingJobIn('processing'),
      }),
    change: { action: 'cancel' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
];

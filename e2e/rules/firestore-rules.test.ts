/** firestore.rules: every path, role and operation, and every way to write what is not a person's to write. */
import { collectionGroups, paths } from '@docket/model/paths';
import { collection, collectionGroup, getDocs, query, where } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isSeenBothWays, keepRulesCoverage } from '../../scripts/rules-coverage.ts';
import { API_ACCESS } from './api-access.ts';
import { ACCESS, OPERATIONS, perform } from './firestore-access.ts';
import { decisionOn, type FirestoreStand, startFirestoreStand } from './firestore-stand.ts';
import { FITMENT_ACCESS } from './fitment-access.ts';
import { INVENTORY_ACCESS } from './inventory-access.ts';
import { LISTING_ACCESS } from './listing-access.ts';
import { isAmong, OTHER_WORKSPACE, PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { specifyApiKeys } from './specify-api-keys.ts';
import { specifyCollections } from './specify-collections.ts';
import { specifyDecks } from './specify-decks.ts';
import { specifyFitments } from './specify-fitments.ts';
import { specifyImages } from './specify-images.ts';
import { specifyImports } from './specify-imports.ts';
import { specifyInventory } from './specify-inventory.ts';
import { specifyInvitations } from './specify-invitations.ts';
import { specifyItems } from './specify-items.ts';
import { specifyListings } from './specify-listings.ts';
import { specifyNotifications } from './specify-notifications.ts';
import { specifyPlaces } from './specify-places.ts';
import { specifyQueue } from './specify-queue.ts';
import { specifyReorders } from './specify-reorders.ts';
import { specifyRuns } from './specify-runs.ts';
import { specifyStock } from './specify-stock.ts';
import { specifySuppliers } from './specify-suppliers.ts';
import { specifyWorkspaces } from './specify-workspaces.ts';

let stand: FirestoreStand;

beforeAll(async () => {
  stand = await startFirestoreStand();
});
beforeEach(() => stand.reset());
afterAll(async () => {
  await keepRulesCoverage('firestore.rules', stand.ruleset());
  await stand.close();
});

describe.each([...ACCESS, ...INVENTORY_ACCESS, ...LISTING_ACCESS, ...FITMENT_ACCESS, ...API_ACCESS])(
  '$pattern',
  (row) => {
    const cases = OPERATIONS.flatMap((operation) =>
      PEOPLE.map((person) => ({
        operation,
        person,
        may: isAmong(person, row.allowed[operation]) ? 'may' : 'may not',
      })),
    );
    it.each(cases)('$operation: $person $may', async ({ operation, person, may }) => {
      const request = perform(row, operation, stand.as(person), person);
      expect(await decisionOn(request)).toBe(may === 'may' ? 'allowed' : 'refused');
    });
  },
);

describe('the queries of the app', () => {
  it('find the memberships of a person, and of nobody else', async () => {
    const memberships = collectionGroup(stand.as('stranger'), collectionGroups.members);
    const own = await getDocs(query(memberships, where('uid', '==', uidOf('stranger'))));
    expect(own.docs.map(({ ref }) => ref.path)).toEqual([paths.member(OTHER_WORKSPACE, uidOf('stranger'))]);
    expect(await decisionOn(getDocs(query(memberships, where('uid', '==', uidOf('owner')))))).toBe('refused');
    expect(await decisionOn(getDocs(query(memberships, where('role', '==', 'owner'))))).toBe('refused');
    expect(await decisionOn(getDocs(memberships))).toBe('refused');
  });

  it('find the open jobs of a workspace, not those of all workspaces', async () => {
    const viewer = stand.as('viewer');
    const open = where('open', '==', true);
    expect(await decisionOn(getDocs(query(collection(viewer, paths.jobs(WORKSPACE)), open)))).toBe('allowed');
    expect(await decisionOn(getDocs(query(collection(viewer, paths.jobs(OTHER_WORKSPACE)), open)))).toBe(
      'refused',
    );
    expect(await decisionOn(getDocs(query(collectionGroup(viewer, collectionGroups.jobs), open)))).toBe(
      'refused',
    );
  });
});

specifyWorkspaces(() => stand);
specifyInvitations(() => stand);
specifyCollections(() => stand);
specifyItems(() => stand);
specifyDecks(() => stand);
specifyNotifications(() => stand);
specifyRuns(() => stand);
specifyImages(() => stand);
specifyQueue(() => stand);
specifyInventory(() => stand);
specifyStock(() => stand);
specifyPlaces(() => stand);
specifySuppliers(() => stand);
specifyReorders(() => stand);
specifyImports(() => stand);
specifyListings(() => stand);
specifyFitments(() => stand);
specifyApiKeys(() => stand);

describe('the rules', () => {
  it('have no allow that these tests have not seen both ways', () => {
    const coverage = stand.ruleset().coverage();
    const unseen = coverage
      .filter((allow) => !isSeenBothWays(allow))
      .map(({ line, methods }) => `line ${line}: allow ${methods.join(', ')}`);
    expect(coverage).toHaveLength(111);
    expect(unseen).toEqual([]);
  });
});

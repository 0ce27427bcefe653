/** The demo account and where its data is. Only local stacks have them. */

export const DEMO_PROJECT = 'demo-docket';

export const DEMO_USER = {
  uid: 'demo-user',
  email: 'demo@docket.example',
  password: 'docket-demo',
  displayName: 'Demo user',
} as const;

/** Somebody else in the demo workspace, so that there is a second role to look at it with. Signs in with the same password. */
export const DEMO_COLLEAGUE = {
  uid: 'demo-colleague',
  email: 'ines@docket.example',
  password: DEMO_USER.password,
  displayName: 'Ines Okafor',
  role: 'reviewer',
} as const;

export const DEMO_WORKSPACE = { id: 'demo', name: 'Demo workspace' } as const;
export const DEMO_COLLECTION = { id: 'sample', name: 'Harbour & Vale', season: 'Autumn/Winter 26' } as const;

/** The sample files of the collection, below `samples/`. */
export const DEMO_DOCUMENTS = [
  {
    id: 'linesheet',
    kind: 'linesheet',
    file: 'harbour-and-vale-aw26-linesheet.pdf',
    contentType: 'application/pdf',
  },
  {
    id: 'purchase-order',
    kind: 'purchase_order',
    file: 'nordlicht-store-po-1187.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
] as const;

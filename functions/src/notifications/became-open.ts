/** When `deliverWebhook` has something to do. */

/** What is needed of a document, which may not be there. */
interface Snapshot {
  get(field: string): unknown;
}

/** Whether a delivery is to be sent since this write: it was made, or a person wished it again. Not what an attempt writes. */
export function becameOpen(change: { before: Snapshot; after: Snapshot } | undefined): boolean {
  return change?.after.get('open') === true && change.before.get('open') !== true;
}

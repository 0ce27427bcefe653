/** What `docket process` writes of a deck. */
import { deckSchema } from '@docket/model/deck';
import { paths } from '@docket/model/paths';
import { doc, getDoc } from 'firebase/firestore';
import { getBytes, ref } from 'firebase/storage';
import type { Client } from './client.ts';
import { writeOutput } from './output.ts';

/** Writes deck.pptx and deck.pdf. Returns the number of slides. */
export async function writeDeck(
  client: Client,
  collectionId: string,
  jobId: string,
  out: string,
): Promise<number> {
  const snapshot = await getDoc(doc(client.db, paths.deck(client.workspace, collectionId, jobId)));
  const deck = deckSchema.parse(snapshot.data());
  for (const [name, file] of [
    ['deck.pptx', deck.pptx],
    ['deck.pdf', deck.pdf],
  ] as const) {
    await writeOutput(out, name, new Uint8Array(await getBytes(ref(client.storage, file.path))));
  }
  return deck.slide_count;
}

/** Whether documents exist, asked once. */
import { errorCode } from './error-messages.ts';
import type { Database } from './ports.ts';

/**
 * Those of the documents of a collection with these ids that exist. It is the answer of the server: what this browser has
 * stored may have been deleted elsewhere. While the server cannot be reached nothing counts as there, and what is created
 * then is refused if it is. Rejects where they may not be read.
 */
export async function existingOf(
  database: Database,
  collection: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  try {
    return await database.fetchExisting(collection, ids);
  } catch (error) {
    if (errorCode(error) === 'unavailable') return new Set();
    throw error;
  }
}

/** Milliseconds in which those who ask are gathered. */
const GATHER_MS = 30;

interface Question {
  id: string;
  answer: (exists: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Like `existingOf`, for one document at a time: those who ask at about the same time are answered together, as each
 * question alone costs a round trip and a subscription. `schedule` takes milliseconds.
 */
export function existsAmong(
  database: Database,
  schedule: (task: () => void, ms: number) => void,
): (collection: string, id: string) => Promise<boolean> {
  const gathered = new Map<string, Question[]>();
  const ask = async (collection: string) => {
    const questions = gathered.get(collection) ?? [];
    gathered.delete(collection);
    try {
      const ids = questions.map(({ id }) => id);
      const there = await existingOf(database, collection, ids);
      for (const { id, answer } of questions) answer(there.has(id));
    } catch (error) {
      for (const { reject } of questions) reject(error);
    }
  };
  return async (collection, id) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const question = { id, answer: resolve, reject };
    const others = gathered.get(collection);
    if (others !== undefined) others.push(question);
    else {
      gathered.set(collection, [question]);
      schedule(() => void ask(collection), GATHER_MS);
    }
    return await promise;
  };
}

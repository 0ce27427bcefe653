/** The parts of the catalogue. */
import { createHash } from 'node:crypto';
import type { partOperations } from '@docket/model/api/fitments/parts';
import { ApiProblem } from '@docket/model/api/problem';
import { addPart } from '@docket/model/commands/fitment-commands';
import { type DescribedPart, type Part, partIdOf, partSchema } from '@docket/model/fitment/part';
import { saidVehicles } from '@docket/model/fitment/part-text';
import { paths } from '@docket/model/paths';
import type { Handlers } from '../context.ts';
import { readPage } from '../pages.ts';

/** Bytes of what is said of one part: a document ends at 1 MiB. */
const MOST_BYTES = 900_000;

/** Characters of all texts together. firestore.rules repeat the figure. */
const MOST_TEXT = 200_000;

function view(id: string, part: Part) {
  const { part_number, description, texts, given, created_by, created_at, updated_at } = part;
  return { id, part_number, description, texts, vehicles: given, created_by, created_at, updated_at };
}

/** As a form would save it. Throws an ApiProblem when nothing is said, or too much. */
function tidied({ description, texts, given }: DescribedPart): DescribedPart {
  const line = (text: string) => text.replaceAll(/\r\n?/gu, '\n').trim();
  const part = {
    description: line(description),
    texts: texts.map(line).filter((text) => text !== ''),
    given: saidVehicles(given),
  };
  if (part.description === '' && part.texts.length === 0 && part.given.length === 0)
    throw new ApiProblem(
      'unprocessable',
      'Say what the part is: its vehicles are found in its description, its texts or its vehicles.',
    );
  if (part.texts.join('\n').length > MOST_TEXT || Buffer.byteLength(JSON.stringify(part)) > MOST_BYTES)
    throw new ApiProblem('unprocessable', 'All that is said of one part is too long to be stored together.');
  return part;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const partHandlers: Handlers<keyof typeof partOperations> = {
  listParts: async ({ query }, { db, workspaceId }) => {
    const parts = db.collection(paths.parts(workspaceId));
    return await readPage(parts, parts.orderBy('part_number'), query, (document) => {
      const part = partSchema.safeParse(document.data()).data;
      return part === undefined ? null : view(document.id, part);
    });
  },
  createPart: async ({ body: { part_number: partNumber, vehicles: given, ...said } }, context) => {
    const { db, workspaceId, actor, isKeyed } = context;
    const described = tidied({ ...said, given });
    const id = await partIdOf(partNumber, sha256);
    const ref = db.doc(paths.part(workspaceId, id));
    await context.transact(async (transaction) => {
      const there = partSchema.safeParse((await transaction.get(ref)).data()).data;
      if (there === undefined)
        return { writes: addPart(actor, id, partNumber, described), result: undefined };
      const isOwn = isKeyed && there.created_by === actor.uid && isSame(there, described);
      if (!isOwn)
        throw new ApiProblem(
          'conflict',
          `There is a part ${there.part_number} already, with the id “${id}”.`,
        );
      return { writes: [], result: undefined };
    });
    return view(id, partSchema.parse((await ref.get()).data()));
  },
};

/** Whether a part was stored by this very request, which has come again. */
function isSame({ description, texts, given }: Part, described: DescribedPart): boolean {
  return JSON.stringify({ description, texts, given: saidVehicles(given) }) === JSON.stringify(described);
}

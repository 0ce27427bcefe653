/** Gathers what the rows of a file say of each part number. */
import { LIMITS } from '@docket/model/limits';
import { cutText } from '@docket/model/cut-text';
import { partNumberKey } from '@docket/model/fitment/part';
import type { GivenVehicle, PartText } from '@docket/model/fitment/part-text';

interface Gathered {
  /** As it stood first. */
  partNumber: string;
  description: string;
  texts: Set<string>;
  given: Map<string, GivenVehicle>;
}

/** What one row says of a part. */
export interface Said {
  /** '' where no title stands there. */
  description: string;
  texts: readonly string[];
  given: readonly GivenVehicle[];
}

/** Parts in the order in which they came first; numbers of one id are one part. The same text and the same vehicle are kept once. */
export class PartGatherer {
  readonly #parts = new Map<string, Gathered>();

  /** False when the part has as many texts or vehicles as a part may have, and not all of the row was kept. */
  add(partNumber: string, { description, texts, given }: Said): boolean {
    const key = partNumberKey(partNumber);
    const part = this.#parts.get(key) ?? { partNumber, description: '', texts: new Set(), given: new Map() };
    this.#parts.set(key, part);
    if (part.description === '') part.description = cutText(description, LIMITS.partTextCharacters);
    let isWhole = true;
    for (const text of description === '' ? texts : [description, ...texts]) {
      const cut = cutText(text, LIMITS.partTextCharacters);
      if (part.texts.size < LIMITS.partTexts || part.texts.has(cut)) part.texts.add(cut);
      else isWhole = false;
    }
    for (const vehicle of given.map(cutVehicle)) {
      const words = Object.values(vehicle).join('\n');
      if (part.given.has(words)) continue;
      if (part.given.size < LIMITS.partVehicles) part.given.set(words, vehicle);
      else isWhole = false;
    }
    return isWhole;
  }

  /** How many parts there are so far. */
  get size(): number {
    return this.#parts.size;
  }

  get parts(): PartText[] {
    return [...this.#parts.values()].map(({ partNumber, description, texts, given }) => {
      const rest = [...texts].filter((text) => text !== description);
      const [first = ''] = rest;
      return {
        part_id: partNumber,
        description: description === '' ? first : description,
        texts: description === '' ? rest : [description, ...rest],
        given: [...given.values()],
      };
    });
  }
}

function cutVehicle({ years, make, model, submodel, engine, position }: GivenVehicle): GivenVehicle {
  const cut = (text: string): string => cutText(text, LIMITS.partTextCharacters);
  return {
    years: cut(years),
    make: cut(make),
    model: cut(model),
    submodel: cut(submodel),
    engine: cut(engine),
    position: cut(position),
  };
}

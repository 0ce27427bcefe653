/** From the texts of a part to the vehicles that it fits. Pure. */
import type { PartText } from '@docket/model/fitment/part-text';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import { match } from './match.ts';
import { type Scored, score } from './score.ts';
import { understand } from './understand.ts';

/** Understands a part, compares it with the vehicle table and scores what is left. */
export function fitPart(part: PartText, vehicles: VehicleIndex): Scored {
  return score(match(understand(part, vehicles), vehicles));
}

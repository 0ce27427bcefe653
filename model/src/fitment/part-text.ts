/** What is known of a part in words: all that vehicles are read from, whether it was entered by hand or came in a file. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

const said = z.string().max(LIMITS.partTextCharacters);

/** What columns of their own say of one vehicle, as it stands there; '' when the column is not given or empty. */
export const givenVehicleSchema = z.strictObject({
  /** One year, a range or a list, such as "2005-2010". */
  years: said,
  make: said,
  model: said,
  submodel: said,
  engine: said,
  /** Where on the vehicle, such as "Front Left". */
  position: said,
});
export type GivenVehicle = z.infer<typeof givenVehicleSchema>;

export const partTextSchema = z.strictObject({
  /** Its id in the workspace, or its part number when it comes from a file. */
  part_id: z.string().min(1),
  /** For people: one of `texts`, usually the title. */
  description: z.string(),
  /** Every text of the part as it stands: the title first, notes after it. */
  texts: z.array(z.string()),
  /** One for each row of the file that had this part number. */
  given: z.array(givenVehicleSchema),
});
export type PartText = z.infer<typeof partTextSchema>;

/** The vehicles of which something is said, without blanks around it. */
export function saidVehicles(given: readonly GivenVehicle[]): GivenVehicle[] {
  return given
    .map((vehicle) => ({
      years: vehicle.years.trim(),
      make: vehicle.make.trim(),
      model: vehicle.model.trim(),
      submodel: vehicle.submodel.trim(),
      engine: vehicle.engine.trim(),
      position: vehicle.position.trim(),
    }))
    .filter((vehicle) => Object.values(vehicle).some((said) => said !== ''));
}

/** Which vehicles there are: what texts of parts are compared with. A workspace has its own table or the starter table. */
import { z } from 'zod';

/** Sold in North America (Canada, Mexico, United States), or in Europe. */
export const VEHICLE_REGIONS = ['NA', 'EU'] as const;
export const vehicleRegionSchema = z.enum(VEHICLE_REGIONS);
export type VehicleRegion = z.infer<typeof vehicleRegionSchema>;

const modelYear = z.number().int().min(1885).max(2200);

/** Model years, both included. `to` is null while the vehicle is still made. */
export const yearRangeSchema = z
  .strictObject({ from: modelYear, to: modelYear.nullable() })
  .refine(({ from, to }) => to === null || from <= to);
export type YearRange = z.infer<typeof yearRangeSchema>;

const areAscendingAndDisjoint = (ranges: readonly YearRange[]) =>
  ranges.every((range, index) => {
    const before = ranges[index - 1];
    return before === undefined || (before.to !== null && before.to < range.from);
  });

export const vehicleModelSchema = z.strictObject({
  /** The name of one of the table's makes. */
  make: z.string().min(1),
  model: z.string().min(1),
  /** Ascending and disjoint. */
  years: z.array(yearRangeSchema).min(1).refine(areAscendingAndDisjoint),
  regions: z.array(vehicleRegionSchema),
  /** Other names of the model, such as "Silverado" for "Silverado 1500". */
  aliases: z.array(z.string().min(1)),
  trims: z.array(z.string().min(1)),
});
export type VehicleModel = z.infer<typeof vehicleModelSchema>;

export const vehicleMakeSchema = z.strictObject({
  name: z.string().min(1),
  /** Other names of the make, such as "Chevy" for "Chevrolet". */
  aliases: z.array(z.string().min(1)),
});
export type VehicleMake = z.infer<typeof vehicleMakeSchema>;

export const vehicleTableSchema = z.strictObject({
  makes: z.array(vehicleMakeSchema),
  models: z.array(vehicleModelSchema),
  /** The last model year the table knows of: what "still made" ends with. */
  last_year: modelYear,
});
export type VehicleTable = z.infer<typeof vehicleTableSchema>;

/** How the tables of a parts file were read: which column holds what, and why, for a person to look at and correct. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** What a column of a parts file can hold. */
export const PART_ROLES = [
  /** Several such columns: numbers spread over a matrix of vehicles, each its own part. */
  'part_number',
  /** The title of the part. */
  'description',
  /** Any further text of the part. */
  'notes',
  /** Whole vehicles, in words or as "Make=Ford|Model=F-150|Year=2010". */
  'vehicle',
  /** One year, a range or a list. */
  'years',
  'year_from',
  'year_to',
  'make',
  'model',
  'submodel',
  'engine',
  'position',
  'ignored',
] as const;
export const partRoleSchema = z.enum(PART_ROLES);
export type PartRole = z.infer<typeof partRoleSchema>;

export const PART_ROLE_LABELS: Record<PartRole, string> = {
  part_number: 'Part number',
  description: 'Description',
  notes: 'Further text',
  vehicle: 'Vehicles, in one text',
  years: 'Years',
  year_from: 'First year',
  year_to: 'Last year',
  make: 'Make',
  model: 'Model',
  submodel: 'Submodel or trim',
  engine: 'Engine',
  position: 'Position',
  ignored: 'Not used',
};

/** One part a row, or vehicles as rows with part numbers in several columns. */
export const PART_LAYOUTS = ['rows', 'matrix'] as const;
export const partLayoutSchema = z.enum(PART_LAYOUTS);
export type PartLayout = z.infer<typeof partLayoutSchema>;

/** A column with its role and why. */
export const partColumnSchema = z.strictObject({
  /** Place in the table, from 0. */
  index: z.number().int().nonnegative(),
  /** As spreadsheets name it: "C". */
  letter: z.string(),
  /** As it stands; several header rows are joined. '' where there is none. */
  header: z.string(),
  /** The first few values, as they stand. */
  samples: z.array(z.string()).max(5),
  role: partRoleSchema,
  confidence: z.number().min(0).max(1),
  /** For a person: "Header “Teilenummer”; 98 % like part numbers". */
  reason: z.string(),
});
export type PartColumn = z.infer<typeof partColumnSchema>;

/** One table of a parts file. */
export const partTableSchema = z.strictObject({
  /** Place among the tables of the file, from 0. */
  position: z.number().int().nonnegative(),
  /** The sheet's name; that of the file, without its ending, for CSV. */
  sheet: z.string(),
  /** 1-based row of the sheet, the last one where a header has several; null without a header. */
  header_row: z.number().int().positive().nullable(),
  layout: partLayoutSchema,
  columns: z.array(partColumnSchema).max(LIMITS.partColumns),
  confidence: z.number().min(0).max(1),
  /** False for a table that lists no parts, such as instructions. */
  used: z.boolean(),
  /** Why it is used, or not, for a person. */
  reason: z.string(),
  /** Made of the headers: the same headers in another file have the same. Null without headers. */
  fingerprint: z.string().nullable(),
  /** What a person has said was followed. */
  corrected: z.boolean(),
  /** Rows below the header that have content. */
  row_count: z.number().int().nonnegative(),
  /** Different part numbers in it. */
  part_count: z.number().int().nonnegative(),
});
export type PartTable = z.infer<typeof partTableSchema>;

/** What a person has said about one table of a file. */
export const partTableMappingSchema = z.strictObject({
  /** Place among the tables of the file, from 0. */
  position: z.number().int().nonnegative(),
  /** By column; null leaves the decision to Docket. */
  roles: z.array(partRoleSchema.nullable()).max(LIMITS.partColumns),
  /** Whether the table lists parts; null leaves the decision to Docket. */
  used: z.boolean().nullable(),
});
export type PartTableMapping = z.infer<typeof partTableMappingSchema>;

/** What a person has said about a file. Tables that are not named are Docket's decision. */
export const partsMappingSchema = z.array(partTableMappingSchema).max(LIMITS.partTables);
export type PartsMapping = z.infer<typeof partsMappingSchema>;

/** A row that no part was made of. */
export const partProblemSchema = z.strictObject({
  /** The place of its table among those of the file. */
  table: z.number().int().nonnegative(),
  sheet: z.string(),
  /** 1-based row of the sheet, or record of the CSV file, headers included. */
  line: z.number().int().positive(),
  reason: z.string(),
});
export type PartProblem = z.infer<typeof partProblemSchema>;

/**
 * The closed set of things that can go wrong in a pipeline, with the sentence a person reads.
 *
 * A kind decides what the engine does: a permanent error fails at once (the person must do something), a transient one
 * is tried again, a dependency error counts against the service that caused it. Adding a code without choosing kind and
 * message does not compile.
 */
import { z } from 'zod';
import { formatBytes, LIMITS } from './limits.ts';

export const ERROR_CODES = [
  'file_missing',
  'file_empty',
  'file_too_large',
  'file_unsupported',
  'file_corrupt',
  'file_encrypted',
  'file_without_pages',
  'file_too_many_pages',
  'file_too_many_rows',
  'file_too_many_cells',
  'file_expands_too_far',
  'linesheet_missing',
  'products_missing',
  'order_missing',
  'order_unreadable',
  'order_without_lines',
  'order_too_long',
  'parts_unreadable',
  'items_missing',
  'too_many_items',
  'image_missing',
  'image_too_large',
  'image_too_many_pixels',
  'image_too_slow',
  'images_unfinished',
  'url_refused',
  'url_not_found',
  'url_forbidden',
  'url_not_an_image',
  'url_redirects',
  'host_unknown',
  'host_unavailable',
  'parts_missing',
  'too_many_parts',
  'vehicles_unreadable',
  'vehicles_missing',
  'subject_missing',
  'worker_lost',
  'timed_out',
  'service_unavailable',
  'service_refused',
  'internal',
] as const;
export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;
export type ErrorKind = 'permanent' | 'transient' | 'dependency';

/** What a message can name. All optional: a message must read well without them. */
export interface ErrorFacts {
  /** The file's name as the person uploaded it. */
  file?: string;
  /** What was found, e.g. the type of a wrong file, or a size. */
  found?: string;
  /** What would be right: "a PDF, XLSX, XLS or CSV file", or the limit. */
  wanted?: string;
  /** The external service that failed. */
  service?: string;
}

interface ErrorEntry {
  kind: ErrorKind;
  message: (facts: ErrorFacts) => string;
}

const named = (facts: ErrorFacts) => (facts.file === undefined ? 'This file' : `“${facts.file}”`);

const ERRORS: Record<ErrorCode, ErrorEntry> = {
  file_missing: {
    kind: 'permanent',
    message: (facts) => `${named(facts)} is no longer there. Upload it again, then start over.`,
  },
  file_empty: {
    kind: 'permanent',
    message: (facts) => `${named(facts)} is empty (0 bytes). Export it again and replace it.`,
  },
  file_too_large: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} is ${facts.found ?? 'too large'}; files up to ${facts.wanted ?? formatBytes(LIMITS.documentBytes)} can be read. Split it or reduce its pictures, then replace it.`,
  },
  file_unsupported: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} ${facts.found === undefined ? 'is of a kind that cannot be read' : `is ${facts.found}`}. Use ${facts.wanted ?? 'a PDF, XLSX, XLS or CSV file'}.`,
  },
  file_corrupt: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} is damaged and cannot be opened. Open it in its own program, save it again and replace it.`,
  },
  file_encrypted: {
    kind: 'permanent',
    message: (facts) => `${named(facts)} is protected by a password. Save a copy without one and replace it.`,
  },
  file_without_pages: {
    kind: 'permanent',
    message: (facts) => `${named(facts)} has no pages. Export it again and replace it.`,
  },
  file_too_many_pages: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} has ${facts.found ?? 'too many'} pages; up to ${LIMITS.documentPages} can be read. Split it, then replace it.`,
  },
  file_too_many_rows: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} has more than ${facts.wanted ?? LIMITS.sheetRows.toLocaleString('en')} rows. Split it, then replace it.`,
  },
  file_too_many_cells: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} has more than ${LIMITS.sheetCells.toLocaleString('en')} filled cells. Split it, then replace it.`,
  },
  file_expands_too_far: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} unpacks to more than ${formatBytes(LIMITS.unzippedBytes)}, far more than a workbook should. Save it again without unused sheets and replace it.`,
  },
  linesheet_missing: {
    kind: 'permanent',
    message: () => 'There is no linesheet in this collection. Upload one, then start again.',
  },
  products_missing: {
    kind: 'permanent',
    message: (facts) =>
      `No products were found in ${facts.file === undefined ? 'the linesheet' : `“${facts.file}”`}. Check that it lists products with names, style numbers or prices, or upload another one.`,
  },
  order_missing: {
    kind: 'permanent',
    message: () =>
      'There is no purchase order in this collection. Upload one on Collection Info, then generate items.',
  },
  order_unreadable: {
    kind: 'permanent',
    message: (facts) =>
      `No table with article numbers or names and quantities was found in ${facts.file === undefined ? 'the purchase order' : `“${facts.file}”`}. Set its columns by hand below and start again from there, or upload the order as a table.`,
  },
  order_without_lines: {
    kind: 'permanent',
    message: (facts) =>
      `${facts.file === undefined ? 'The purchase order' : named(facts)} orders nothing: its columns were recognised, but no line has a quantity. Fill in the quantities and replace it, or correct the columns.`,
  },
  order_too_long: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} has ${facts.found ?? `more than ${LIMITS.orderLines.toLocaleString('en')} lines`}. Split it, then replace it.`,
  },
  parts_unreadable: {
    kind: 'permanent',
    message: (facts) =>
      `No table with part numbers, and descriptions or vehicles beside them, was found in ${facts.file === undefined ? 'this file' : named(facts)}. Say which column holds what and start again, or upload another file.`,
  },
  items_missing: {
    kind: 'permanent',
    message: () => 'There are no items to show. Generate items first, or include some of them again.',
  },
  too_many_items: {
    kind: 'permanent',
    message: (facts) =>
      `A deck shows up to ${LIMITS.itemsPerDeck.toLocaleString('en')} items; this one would have ${facts.found ?? 'more'}. Leave some out.`,
  },
  image_missing: {
    kind: 'permanent',
    message: (facts) => `${named(facts)} has lost its original. Delete the image and add it again.`,
  },
  image_too_large: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} is ${facts.found ?? 'too large'}; images up to ${formatBytes(LIMITS.libraryImageBytes)} can be read. Save a smaller copy.`,
  },
  image_too_many_pixels: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} has ${facts.found ?? 'too many pixels'}; up to ${facts.wanted ?? `${LIMITS.libraryImagePixels / 1_000_000} megapixels`} can be read. Save a smaller copy.`,
  },
  image_too_slow: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} takes too long to decode and was set aside. Save it again, as a JPEG for example.`,
  },
  images_unfinished: {
    kind: 'transient',
    message: (facts) => `${facts.found ?? 'Some images'} could not be finished. They can be tried again.`,
  },
  url_refused: {
    kind: 'permanent',
    message: (facts) =>
      `This address is not fetched: ${facts.found ?? 'it does not lead to the public internet'}. Use a public address that begins with http:// or https://.`,
  },
  url_not_found: {
    kind: 'permanent',
    message: (facts) =>
      `${facts.service ?? 'The site'} says that there is nothing at this address. Check it in your browser.`,
  },
  url_forbidden: {
    kind: 'permanent',
    message: (facts) =>
      `${facts.service ?? 'The site'} does not hand this out to us. Save the picture yourself and upload it.`,
  },
  url_not_an_image: {
    kind: 'permanent',
    message: (facts) =>
      `There is no image at this address but ${facts.found ?? 'something else'}. Use the address of the picture itself.`,
  },
  url_redirects: {
    kind: 'permanent',
    message: () =>
      `This address leads on to more than ${LIMITS.importRedirects} others. Use the address of the picture itself.`,
  },
  host_unknown: {
    kind: 'permanent',
    message: (facts) => `There is no site ${facts.service ?? 'of this name'}. Check the address.`,
  },
  host_unavailable: {
    kind: 'dependency',
    message: (facts) => `${facts.service ?? 'The site'} does not answer at the moment. Try again later.`,
  },
  parts_missing: {
    kind: 'permanent',
    message: (facts) =>
      facts.file === undefined
        ? 'The parts of this job were deleted. Select others and create another job.'
        : `${named(facts)} lists no parts: no row has a part number. Fill them in, then upload it again.`,
  },
  too_many_parts: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} lists ${facts.found ?? 'too many'} parts; one ${facts.wanted ?? `job takes up to ${LIMITS.partsPerJob.toLocaleString('en')}`}. Split it, then upload it again.`,
  },
  vehicles_unreadable: {
    kind: 'permanent',
    message: (facts) =>
      `No columns with makes, models and years were found in ${facts.file === undefined ? 'this file' : named(facts)}. Upload it again and say what its columns are.`,
  },
  vehicles_missing: {
    kind: 'permanent',
    message: (facts) =>
      `${named(facts)} lists no vehicle with a make, a model and a year. Correct its rows, then upload it again. Your vehicle table is as it was.`,
  },
  subject_missing: {
    kind: 'permanent',
    message: () => 'The record that this run belongs to was deleted.',
  },
  worker_lost: {
    kind: 'permanent',
    message: (facts) =>
      `${facts.file === undefined ? 'This material' : named(facts)} stopped the worker several times and was set aside. Save the file again or split it, then retry.`,
  },
  timed_out: {
    kind: 'transient',
    message: () => 'This step took too long. It can be tried again.',
  },
  service_unavailable: {
    kind: 'dependency',
    message: (facts) =>
      `${facts.service ?? 'A service that is needed'} does not answer at the moment. Try again later.`,
  },
  service_refused: {
    kind: 'permanent',
    message: (facts) =>
      `${facts.service ?? 'A service that is needed'} refuses our requests. Ask whoever runs Docket to check its access.`,
  },
  internal: {
    kind: 'transient',
    message: () => 'Something went wrong on our side. Your files are kept; try again.',
  },
};

/** What the engine does about `code`. */
export function errorKind(code: ErrorCode): ErrorKind {
  return ERRORS[code].kind;
}

/** The sentence for a person: what happened and what to do. */
export function errorMessage(code: ErrorCode, facts: ErrorFacts = {}): string {
  return ERRORS[code].message(facts);
}

/** An error as kept on a job and on its subject: shown as it is, without a stack trace. */
export const jobErrorSchema = z.object({
  code: errorCodeSchema,
  /** The sentence for a person. */
  message: z.string(),
  /** The label of the phase in which it happened. */
  phase: z.string(),
  /** A technical line for support: never a stack trace, never a path on a server. */
  details: z.string(),
});
export type JobError = z.infer<typeof jobErrorSchema>;

/**
 * Thrown by phases for everything that they can name. Anything else that is thrown counts as `internal`.
 * `message` is the technical line for the log and the details; the person reads `errorMessage(code, facts)`.
 */
export class DocketError extends Error {
  override readonly name = 'DocketError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, details?: string, options?: ErrorOptions) {
    super(details ?? errorMessage(code, facts), options);
    this.code = code;
    this.facts = facts;
  }

  /** The sentence for a person. */
  get userMessage(): string {
    return errorMessage(this.code, this.facts);
  }
}

/** Every limit that a person can run into, in one place. Rules, functions and the page quote these figures. */

/** Decimal, as file managers and `formatBytes` count. */
const MB = 1_000_000;

export const LIMITS = {
  /** Bytes of one uploaded document that Storage accepts. storage.rules repeats the figure. */
  uploadBytes: 100 * MB,
  /** Bytes of one document that a pipeline reads. */
  documentBytes: 50 * MB,
  /** Pages of one PDF. */
  documentPages: 500,
  /** Rows over all sheets of a workbook or CSV file. */
  sheetRows: 100_000,
  /** Filled cells of a CSV file, or over all sheets of a workbook: some 200 bytes of memory each. */
  sheetCells: 2_000_000,
  /** Columns of one sheet that are looked at. */
  sheetColumns: 512,
  /** Bytes that the parts of a workbook may unzip to, together. */
  unzippedBytes: 500 * MB,
  /** Parts of a zipped workbook. */
  zipEntries: 20_000,
  /** Pixels of one embedded or uploaded picture. */
  imagePixels: 60_000_000,
  /** Pages without a text layer that are read by OCR in one document. */
  ocrPages: 60,
  /** Documents of one collection. */
  documentsPerCollection: 20,
  /** Products that one run saves. */
  productsPerRun: 20_000,
  /** Characters of a collection's name. */
  nameCharacters: 120,
  /** Characters of an e-mail address. firestore.rules repeats the figure. */
  emailCharacters: 320,
  /** Characters of a hint for categories. */
  hintCharacters: 500,
  /** Lines that one order may have, all tables together. */
  orderLines: 50_000,
  /** Tables of one order that are looked at. */
  orderTables: 500,
  /** Items that one run saves. */
  itemsPerRun: 20_000,
  /** Columns of one order table whose meaning is remembered. */
  orderColumns: 200,
  /** Characters of a text that a person writes into an item. */
  itemTextCharacters: 500,
  /** Sizes of one item. */
  itemSizes: 60,
  /** Items that a deck may highlight. */
  highlightedItems: 500,
  /** Items that one deck shows. */
  itemsPerDeck: 2_000,
  /** Bytes of a logo. storage.rules repeats the figure. */
  logoBytes: 5 * MB,
  /** Bytes of one image of the library, uploaded or fetched. storage.rules repeats the figure. */
  libraryImageBytes: 50 * MB,
  /** Pixels of one image of the library, all frames together. */
  libraryImagePixels: 100_000_000,
  /** Pixels of one whose format must be unpacked whole: progressive JPEG, interlaced PNG. */
  interlacedImagePixels: 40_000_000,
  /** Images of one batch. firestore.rules repeats the figure. */
  imagesPerBatch: 50,
  /** Addresses that one import takes. */
  importedUrls: 500,
  /** Redirects that an import follows. */
  importRedirects: 5,
  /** Endpoints that a workspace tells of its runs. */
  webhooks: 20,
  /** Pieces of an inventory item. firestore.rules repeats the figure. */
  stockPieces: 1_000_000_000,
  /** The price of one piece at a supplier, in whatever currency. firestore.rules repeats the figure. */
  price: 1_000_000_000,
  /** Characters of an item's description. firestore.rules repeats the figure. */
  descriptionCharacters: 2_000,
  /** Characters of a note. firestore.rules repeats the figure. */
  noteCharacters: 500,
  /** Bytes of a file with inventory items. storage.rules repeats the figure. */
  importBytes: 10 * MB,
  /** Rows of one. */
  importRows: 5_000,
  /** Columns of one. */
  importColumns: 60,
  /** Rows with a problem that an import lists. */
  importProblems: 1_000,
  /** Labels on one sheet of labels. */
  labels: 500,
  /** Photos of one listing. firestore.rules repeats the figure. */
  photosPerListing: 12,
  /** Tags of one listing. firestore.rules repeats the figure. */
  listingTags: 30,
  /** Colours of one listing. firestore.rules repeats the figure. */
  listingColours: 12,
  /** Characters of one tag, or of the name of a colour. firestore.rules repeats the figure. */
  tagCharacters: 60,
  /** Rows of a file of parts, all sheets together. */
  partRows: 50_000,
  /** Different parts of one, which may list many in a row. */
  partsPerFile: 50_000,
  /** Columns of one table of parts. firestore.rules repeats the figure. */
  partColumns: 300,
  /** Tables of a file of parts that are looked at. firestore.rules repeats the figure. */
  partTables: 20,
  /** Characters of a part number. firestore.rules repeats the figure. */
  partNumberCharacters: 80,
  /** Characters of one text of a part, and of what a column says of a vehicle. firestore.rules repeats the figure. */
  partTextCharacters: 2_000,
  /** Different texts of one part. firestore.rules repeats the figure. */
  partTexts: 100,
  /** Different vehicles that the rows of one part number name. firestore.rules repeats the figure. */
  partVehicles: 5_000,
  /** Rows of a file of parts with a problem that are listed. */
  partProblems: 1_000,
  /** Parts that one job finds vehicles for. firestore.rules repeats the figure. */
  partsPerJob: 10_000,
  /** Fitments that one request to the HTTP API names. */
  fitmentsPerRequest: 1_000,
  /** Rows of a file with vehicles. */
  vehicleRows: 100_000,
  /** Bytes of a file with parts, or with vehicles. firestore.rules and storage.rules repeat the figure. */
  partsFileBytes: 50 * MB,
  /** Characters of a webhook's address. */
  urlCharacters: 2_000,
  /** API keys of a workspace that are neither revoked nor expired, as the page keeps to: the rules cannot count. */
  apiKeys: 50,
  /** Requests to the HTTP API that one user or one key may make in a minute, in one workspace. */
  apiRequestsPerMinute: 1_500,
  /** Of those that start runs or bring files, which are counted by themselves. */
  apiStartsPerMinute: 120,
  /** Refused API keys that one address may present in a minute before it is not listened to. */
  apiRefusalsPerMinute: 60,
  /** Bytes of one request to the HTTP API, files included: Cloud Functions take 32 MiB. */
  apiBodyBytes: 30 * MB,
  /** And of one that is JSON, which takes many times its size while it is looked at. */
  apiJsonBytes: 2 * MB,
} as const;

/** Longest edge in pixels of the pictures made from an extracted image. */
export const IMAGE_EDGES = { full: 1600, thumbnail: 320 } as const;

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A number of bytes for people: `1.2 MB`. One decimal below ten, none above. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power] ?? 'B'}`;
}

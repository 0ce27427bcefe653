/** Tells from its headers what the columns of a file of inventory items are. Pure. */
import { headerRecogniser } from '../text-table/recognise-headers.ts';
import { usualHeaders } from './import-field-names.ts';
import { IMPORT_FIELDS } from './inventory-import.ts';

/** See `headerRecogniser`. There may be no column for the name, and then it is not yet `ImportColumns`. */
export const recogniseImportColumns = headerRecogniser(IMPORT_FIELDS, usualHeaders);

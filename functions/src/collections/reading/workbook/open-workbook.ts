/** Opens workbooks of any age with SheetJS, for their values alone. */
import { type WorkBook, read, set_cptable } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { DocketError } from '@docket/model/errors';

/** Workbooks of the nineties are written in the code page of their country. */
set_cptable(codePages);

/** The workbook, with one row more than `mostRows` of each sheet. Throws `file_encrypted` and `file_corrupt`. */
export function openWorkbook(bytes: Uint8Array, file: string, mostRows: number): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // Unambiguous, whatever the country of the workbook.
      dateNF: 'yyyy-mm-dd',
      sheetRows: mostRows + 1,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = /password|encrypt/i.test(reason) ? 'file_encrypted' : 'file_corrupt';
    throw new DocketError(code, { file }, `workbook: ${reason}`, { cause: error });
  }
}

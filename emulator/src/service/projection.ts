/** Documents cut down to the fields a caller asked for. */
import { encodeDocument, type StoredDocument, type WireDocument } from '../store/document.ts';
import { documentIdField, type FieldPath, getField, withField } from '../values/field-path.ts';
import type { Fields } from '../values/value.ts';
import { encodeFields } from '../values/wire.ts';

/** The document in proto3 JSON with only the fields of the mask; without a mask, all of them. */
export function projectDocument(
  document: StoredDocument,
  mask: readonly FieldPath[] | undefined,
): WireDocument {
  const wire = encodeDocument(document);
  if (!mask) {
    return wire;
  }
  const fields = mask
    .filter((path) => path[0] !== documentIdField)
    .reduce<Fields>((kept, path) => {
      const value = getField(document.fields, path);
      return value ? withField(kept, path, value) : kept;
    }, new Map());
  return { ...wire, fields: encodeFields(fields) };
}

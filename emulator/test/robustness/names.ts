/** Names that the tests of this folder share. */
export const database = 'projects/demo-robust/databases/(default)';
export const root = `${database}/documents`;
/** {@link root} as a part of an address. */
export const documentsUrl = root.replace('(default)', '%28default%29');

/** What a column of a file is called. Pure. */

/** `C “Style no.”`, `column 3`. */
export function columnName({
  index,
  letter,
  header,
}: {
  index: number;
  letter: string | null;
  header: string;
}): string {
  const name = letter ?? `column ${index + 1}`;
  return header === '' ? name : `${name} “${header}”`;
}

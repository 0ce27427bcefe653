/** How much of a list is shown, in words. Pure. */

/** What is counted, singular and plural. */
type Noun = readonly [one: string, many: string];

/** "1 item", "1,200 items", "3 of 40 items". */
export function listCount(shown: number, all: number, [one, many]: Noun): string {
  const total = all.toLocaleString('en');
  if (shown !== all) return `${shown.toLocaleString('en')} of ${total} ${many}`;
  return `${total} ${all === 1 ? one : many}`;
}

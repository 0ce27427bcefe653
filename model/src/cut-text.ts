/** Texts that are too long for where they go. Pure. */

/** The text as far as it fits into `most` UTF-16 units, without half a character at its end: that cannot be stored. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
}

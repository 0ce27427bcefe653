/** A title of a part with its notes, and what it says. */
export interface CatalogueTitle {
  texts: readonly string[];
  vehicles: readonly string[];
  exceptions?: readonly string[];
}

/** A text, or several of one part, and the vehicles that it fits. */
export const fits = (text: string | readonly string[], ...vehicles: string[]): CatalogueTitle => ({
  texts: typeof text === 'string' ? [text] : text,
  vehicles,
});
/** A text that leads to these vehicles and to no exception. */
export const fitsOnly = (text: string, ...vehicles: string[]): CatalogueTitle => ({
  ...fits(text, ...vehicles),
  exceptions: [],
});
/** A text with the exceptions it leads to, by their codes. */
export const says = (
  text: string | readonly string[],
  exceptions: string,
  ...vehicles: string[]
): CatalogueTitle => ({
  ...fits(text, ...vehicles),
  exceptions: exceptions.split(' '),
});

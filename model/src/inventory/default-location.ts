/** Where something goes when nobody has said a place. Pure. */

/** What is known of a place, from the nearest to the most general; null: nothing said. */
export interface PlaceChoices {
  /** Said with the order, the row or the form itself. */
  line: string | null;
  /** Of the link between the item and its supplier. */
  supplier: string | null;
  /** Of the item's category. */
  category: string | null;
  /** Of the workspace. */
  workspace: string | null;
}

/** The id of the first place that is said and that new things may be put into; null when there is none. */
export function placeFor(choices: PlaceChoices, isActive: (locationId: string) => boolean): string | null {
  const { line, supplier, category, workspace } = choices;
  const place = [line, supplier, category, workspace].find((id) => id !== null && isActive(id));
  return place ?? null;
}

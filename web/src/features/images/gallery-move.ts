/** Moving about among tiles by keyboard. Pure. */

/** How the tiles lie: `page` is how many rows are in sight. */
export interface GalleryLayout {
  count: number;
  columns: number;
  page: number;
}

/** The tile to which a key leads from the one at `index`; null for keys that do not move. `whole` is Ctrl or Cmd. */
export function galleryMove(
  key: string,
  whole: boolean,
  index: number,
  { count, columns, page }: GalleryLayout,
): number | null {
  const to = (next: number) => Math.max(0, Math.min(count - 1, next));
  const rowStart = index - (index % columns);
  /** Up and down stay in the column as long as there is a row. */
  const rows = (by: number) => {
    const next = index + by * columns;
    if (next < 0) return index % columns;
    return next < count ? next : Math.max(index, count - 1);
  };
  switch (key) {
    case 'ArrowLeft':
      return to(index - 1);
    case 'ArrowRight':
      return to(index + 1);
    case 'ArrowUp':
      return whole ? 0 : to(rows(-1));
    case 'ArrowDown':
      return whole ? to(count - 1) : to(rows(1));
    case 'Home':
      return whole ? 0 : rowStart;
    case 'End':
      return to(whole ? count - 1 : rowStart + columns - 1);
    case 'PageUp':
      return to(rows(-page));
    case 'PageDown':
      return to(rows(page));
    default:
      return null;
  }
}

/**
 * The images as a grid that scrolls with the page: only the rows in sight are in it. One stop for the tab key, from which it
 * leads on to the buttons of that tile alone; arrows move, Enter opens, Space selects, Delete deletes or ends an upload.
 */
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { selectionAfter } from '../../../ui/data-table-grid.ts';
import { galleryMove } from '../gallery-move.ts';
import type { Tile } from '../tiles.ts';
import classes from './image-grid.module.css';
import { ImageTile, type TileActions } from './image-tile.tsx';

interface Props {
  tiles: readonly Tile[];
  selected: ReadonlySet<string>;
  onSelect: (keys: ReadonlySet<string>) => void;
  editable: boolean;
  /** The id of the image that is open; it has the focus when it is closed again. */
  opened: string | null;
  /** Where an image leads. */
  urlOf: (imageId: string) => string;
  onOpen: (tile: Tile) => void;
  onRetry: (tile: Tile) => void;
  /** Asks to delete what is selected, or the tile that the keyboard is at; ends its upload. */
  onDelete: (tile: Tile) => void;
  /** Reads more images; null when there is nothing to read. */
  onMore: (() => void) | null;
}

const GAP = 14;
/** Tiles are at least as wide as this, and as many as fit; two beside each other in any case. */
const LEAST_WIDTH = 172;
/** Height of the two lines below a picture. */
const CAPTION = 46;

interface Place {
  /** Pixels. */
  width: number;
  /** From the top of the page. */
  top: number;
}

/** Where the grid is on the page, also when something above it comes or goes. */
function usePlace(element: React.RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box === undefined) return;
      const next = { width: box.width, top: Math.round(box.top + window.scrollY) };
      setPlace((before) => (before.width === next.width && before.top === next.top ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    if (element.current?.parentElement) observer.observe(element.current.parentElement);
    return () => observer.disconnect();
  }, [element]);
  return place;
}

export function ImageGrid(props: Props) {
  const { tiles, selected, onSelect, editable, opened, urlOf, onMore } = props;
  const root = useRef<HTMLTableElement>(null);
  const { width, top } = usePlace(root);
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const tileWidth = Math.max(0, (width - GAP * (columns - 1)) / columns);
  const rowHeight = tileWidth + CAPTION + GAP;
  const rows = Math.ceil(tiles.length / columns);

  const [wanted, setWanted] = useState<{ index: number; key: string | null }>({ index: 0, key: null });
  const wantsFocus = useRef(false);
  const anchor = useRef<number | null>(null);
  const keys = useMemo(() => tiles.map(({ key }) => key), [tiles]);
  const found =
    wanted.key === null || keys[wanted.index] === wanted.key ? wanted.index : keys.indexOf(wanted.key);
  const active = Math.max(0, Math.min(found < 0 ? wanted.index : found, tiles.length - 1));
  const activeRow = Math.floor(active / columns);

  const virtualizer = useWindowVirtualizer({
    count: width === 0 ? 0 : rows,
    estimateSize: () => rowHeight,
    overscan: 2,
    scrollMargin: top,
    // The row with the focus stays in the page however far it scrolls.
    rangeExtractor: (range: Range) => {
      const indices = defaultRangeExtractor(range);
      return activeRow >= rows || indices.includes(activeRow)
        ? indices
        : [...indices, activeRow].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const visible = virtualizer.getVirtualItems();
  const atEnd = virtualizer.range !== null && virtualizer.range.endIndex >= rows - 3;
  useEffect(() => {
    if (atEnd) onMore?.();
  }, [atEnd, onMore]);

  const [openedBefore, setOpenedBefore] = useState(opened);
  const [returns, setReturns] = useState(0);
  if (opened !== openedBefore) {
    setOpenedBefore(opened);
    const index = tiles.findIndex(({ image }) => image !== null && image.id === openedBefore);
    if (opened === null && index >= 0) {
      setWanted({ index, key: keys[index] ?? null });
      setReturns(returns + 1);
    }
  }
  const returned = useRef(0);
  useEffect(() => {
    if (!wantsFocus.current && returned.current === returns) return;
    wantsFocus.current = false;
    returned.current = returns;
    root.current?.querySelector<HTMLElement>(`[data-tile="${active}"]`)?.focus();
  }, [active, returns]);

  const toggle = (index: number, range: boolean) => {
    if (tiles[index]?.image === null) return;
    onSelect(selectionAfter(selected, keys, index, range ? anchor.current : null));
    anchor.current = index;
  };
  const latest = useRef({ ...props, keys, toggle });
  useLayoutEffect(() => {
    latest.current = { ...props, keys, toggle };
  });
  const actions = useMemo(
    (): TileActions => ({
      toggle: (index, range) => latest.current.toggle(index, range),
      focus: (index) => setWanted({ index, key: latest.current.keys[index] ?? null }),
      retry: (tile) => latest.current.onRetry(tile),
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset['tile'] === undefined) return;
    const whole = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(window.innerHeight / rowHeight) - 1);
    const next = galleryMove(event.key, whole, active, { count: tiles.length, columns, page });
    const tile = tiles[active];
    if (next !== null) {
      wantsFocus.current = true;
      actions.focus(next);
      if (event.shiftKey && editable) {
        anchor.current ??= active;
        const [from, to] = [Math.min(anchor.current, next), Math.max(anchor.current, next)];
        onSelect(new Set([...selected, ...keys.slice(from, to + 1)]));
      }
    } else if (tile === undefined || event.altKey) return;
    else if (whole && event.key === 'a' && editable)
      onSelect(new Set(tiles.filter(({ image }) => image !== null).map(({ key }) => key)));
    else if (whole) return;
    else if (event.key === 'Enter') props.onOpen(tile);
    else if (event.key === ' ' && editable) toggle(active, event.shiftKey);
    else if (event.key === 'Delete' && editable) props.onDelete(tile);
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else return;
    event.preventDefault();
  };

  return (
    <table
      ref={root}
      aria-label="Images"
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-multiselectable={editable}
      className={classes.root}
      style={{ height: rows * rowHeight }}
      {...{ role: 'grid', onKeyDown }}
    >
      <tbody className={classes.body}>
        {visible.map(({ index: row, key, start }) => (
          <tr
            key={key}
            aria-rowindex={row + 1}
            className={classes.row}
            style={{ gap: GAP, transform: `translateY(${start - top}px)` }}
          >
            {tiles.slice(row * columns, (row + 1) * columns).map((tile, column) => {
              const index = row * columns + column;
              return (
                <ImageTile
                  key={tile.key}
                  tile={tile}
                  index={index}
                  column={column}
                  to={tile.image === null ? null : urlOf(tile.image.id)}
                  width={tileWidth}
                  focusable={index === active}
                  selected={selected.has(tile.key)}
                  editable={editable}
                  actions={actions}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Search, filter, and what concerns all failed images. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { countUpTo } from '../how-many.ts';
import { TILE_FILTERS, type TileFilter } from '../tile-state.ts';
import classes from './images-toolbar.module.css';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  filter: TileFilter;
  onFilter: (filter: TileFilter) => void;
  shown: number;
  all: number;
  /** Whether there are more images than have been read. */
  partial: boolean;
  /** Images that have failed; `failedCut`: there may be more. */
  failed: number;
  failedCut: boolean;
  /** Null where nothing can be retried. */
  onRetryAll: (() => void) | null;
}

const LABELS: Record<TileFilter, string> = { all: 'All', processing: 'In progress', failed: 'Failed' };

function countOf({ shown, all, partial }: Pick<Props, 'shown' | 'all' | 'partial'>): string {
  const total = countUpTo(all, partial);
  return shown === all
    ? `${total} ${all === 1 && !partial ? 'image' : 'images'}`
    : `${shown.toLocaleString('en')} of ${total} images`;
}

export function ImagesToolbar(props: Props) {
  const { search, onSearch, filter, onFilter, failed, failedCut, onRetryAll } = props;
  return (
    <ListToolbar
      searchLabel="Search images"
      searchIn="Search file names…"
      search={search}
      onSearch={onSearch}
      count={countOf(props)}
    >
      <SegmentedControl
        aria-label="Show"
        value={filter}
        onChange={(value) => onFilter(TILE_FILTERS.find((known) => known === value) ?? 'all')}
        data={TILE_FILTERS.map((value) => ({
          value,
          label:
            value === 'failed' && failed > 0 ? `Failed (${countUpTo(failed, failedCut)})` : LABELS[value],
        }))}
        className={classes.filter}
      />
      {onRetryAll !== null && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
          onClick={onRetryAll}
        >
          {failedCut
            ? `Retry the latest ${failed.toLocaleString('en')} failed`
            : `Retry all failed (${failed.toLocaleString('en')})`}
        </Button>
      )}
    </ListToolbar>
  );
}

/** What nothing is left of: in the words of who looked for it. `partial`: there are images that were not looked at. */
export function nothingFound(filter: TileFilter, search: string, partial: boolean): string {
  if (search.trim() !== '' && partial)
    return `None of the images looked at so far has “${search.trim()}” in its name.`;
  if (search.trim() !== '') return `No image has “${search.trim()}” in its name.`;
  return filter === 'failed' ? 'No image has failed.' : 'All images are finished.';
}

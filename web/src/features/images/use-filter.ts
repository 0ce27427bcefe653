/** Which images are shown, kept in the address. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { IMAGE_FILTER_PARAMETER } from '../../urls.ts';
import { TILE_FILTERS, type TileFilter } from './tile-state.ts';

export function useFilter(): [TileFilter, (filter: TileFilter) => void] {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get(IMAGE_FILTER_PARAMETER);
  const set = useCallback(
    (filter: TileFilter) =>
      setParameters(filter === 'all' ? {} : { [IMAGE_FILTER_PARAMETER]: filter }, { replace: true }),
    [setParameters],
  );
  return [TILE_FILTERS.find((filter) => filter === wanted) ?? 'all', set];
}

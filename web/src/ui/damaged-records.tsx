/** What a list says of records that its schema refuses. Nothing where there are none. */
import { Alert } from '@mantine/core';
import type { StoredList } from '../data/reader.ts';

interface Props {
  /** How many, and of what: "Some items", "3 images". */
  what: string;
  records: StoredList<unknown>['malformed'];
}

export function DamagedRecords({ what, records }: Props) {
  if (records.length === 0) return null;
  return (
    <Alert color="yellow" title={`${what} cannot be shown`}>
      Their records are damaged: {records.map(({ path, reason }) => `${path} (${reason})`).join('; ')}. The
      others are not affected.
    </Alert>
  );
}

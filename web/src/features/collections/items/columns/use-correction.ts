/** A correction of columns while it is being made, and what sends it off. */
import type { ColumnMapping } from '@docket/model/order';
import { useMemo, useState } from 'react';
import { forgetMapping, rememberMapping } from '@docket/model/commands/mapping-commands';
import { useQuery } from '../../../../data/hooks.ts';
import { columnMappingReader, queries } from '../../../../data/records.ts';
import { useActor, useCan, useWorkspace } from '../../../../data/workspace.ts';
import { useCommit } from '../../../../ui/use-commit.tsx';
import type { Generation } from '../generate/use-generation.ts';
import { type ColumnDraft, draftChanges, isEmptyDraft, mappingOf, NO_DRAFT } from './column-draft.ts';
import type { FileTable } from './use-order-tables.ts';

/** Drafts are kept by fingerprint: tables with the same headers are read the same way. */
export interface Correction {
  mayCorrect: boolean;
  draftOf: (found: FileTable) => ColumnDraft;
  setDraft: (found: FileTable, draft: ColumnDraft) => void;
  /** Whether something is remembered for tables with these headers. */
  isRemembered: (found: FileTable) => boolean;
  forget: (found: FileTable) => void;
  /** What the drafts change, as sentences. */
  changes: readonly string[];
  /** Why the drafts cannot be sent off now; null when they can. */
  block: string | null;
  discard: () => void;
  /** Remembers the drafts and generates the items again. */
  use: () => void;
}

function useRemembered(): ReadonlyMap<string, ColumnMapping> {
  const { id } = useWorkspace();
  const found = useQuery(queries.columnMappings(id), columnMappingReader);
  return useMemo(
    () => new Map(found.state === 'ready' ? found.value.records.map(({ id, data }) => [id, data]) : []),
    [found],
  );
}

export function useCorrection(tables: readonly FileTable[], generation: Generation): Correction {
  const actor = useActor();
  const commit = useCommit();
  const mayCorrect = useCan('edit');
  const remembered = useRemembered();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ColumnDraft>>(new Map());
  const draftOf = ({ table }: FileTable) => drafts.get(table.fingerprint ?? '') ?? NO_DRAFT;
  const drafted = [...drafts].flatMap(([fingerprint, draft]) => {
    const found = tables.find(({ table }) => table.fingerprint === fingerprint);
    return found === undefined || isEmptyDraft(draft) ? [] : { fingerprint, draft, table: found.table };
  });
  const send = async () => {
    const corrections = drafted.flatMap(({ fingerprint, table, draft }) =>
      rememberMapping(actor, fingerprint, mappingOf(table, remembered.get(fingerprint) ?? null, draft)),
    );
    if (await generation.startWithColumns(corrections)) setDrafts(new Map());
  };
  return {
    mayCorrect,
    draftOf,
    setDraft({ table }, draft) {
      const { fingerprint } = table;
      if (fingerprint !== null) setDrafts((before) => new Map(before).set(fingerprint, draft));
    },
    isRemembered: ({ table }) => table.fingerprint !== null && remembered.has(table.fingerprint),
    forget({ table }) {
      if (table.fingerprint !== null)
        void commit(
          forgetMapping(actor.workspaceId, table.fingerprint),
          'The correction could not be forgotten',
        );
    },
    changes: drafted.flatMap(({ table, draft }) => draftChanges(table, draft)),
    block: generation.block,
    discard: () => setDrafts(new Map()),
    use: () => void send(),
  };
}

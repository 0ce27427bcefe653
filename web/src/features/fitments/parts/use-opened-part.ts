/** Opening and closing a part, or an import: the address says which is open. */
import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { IMPORT_PARAMETER, urls } from '../../../urls.ts';

export interface Opened {
  partId: string | null;
  importId: string | null;
  open: (partId: string) => void;
  close: () => void;
}

export function useOpenedPart(): Opened {
  const { id: workspace } = useWorkspace();
  const navigate = useNavigate();
  const { partId = null } = useParams();
  const [query] = useSearchParams();
  const open = useCallback((id: string) => void navigate(urls.part(workspace, id)), [navigate, workspace]);
  const close = useCallback(() => void navigate(urls.parts(workspace)), [navigate, workspace]);
  return { partId, importId: query.get(IMPORT_PARAMETER), open, close };
}

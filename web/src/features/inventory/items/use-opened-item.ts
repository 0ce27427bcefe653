/** Opening and closing an item: the address says which is open. */
import { useCallback } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';

export interface OpenedItem {
  itemId: string | null;
  open: (itemId: string) => void;
  close: () => void;
}

export function useOpenedItem(): OpenedItem {
  const { id: workspace } = useWorkspace();
  const navigate = useNavigate();
  const { itemId = null } = useParams();
  const open = useCallback(
    (id: string) => void navigate(urls.inventoryItem(workspace, id)),
    [navigate, workspace],
  );
  const close = useCallback(() => void navigate(urls.inventory(workspace)), [navigate, workspace]);
  return { itemId, open, close };
}

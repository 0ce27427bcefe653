/** Where files come from: chosen, dropped or pasted. */
import { useCallback, useEffect } from 'react';
import { useUser } from '../../../data/hooks.ts';
import { useImageWork } from '../../../data/uploads/images/use-image-uploads.ts';
import { useWorkspace } from '../../../data/workspace.ts';

/** The returned function uploads files; `background` is put behind transparent parts. */
export function useAddImages(background: string | null): (files: readonly File[]) => void {
  const workspace = useWorkspace();
  const { uid } = useUser();
  const { uploads } = useImageWork();
  return useCallback(
    (files) => {
      if (files.length > 0) uploads.add(files, { workspaceId: workspace.id, uid, flatten: background });
    },
    [uploads, workspace.id, uid, background],
  );
}

/** Browsers call every pasted picture the same. */
const PASTED_NAME = /^image\.(\w+)$/u;

/** `file` under a name that says when it was pasted. */
function named(file: File, at: Date): File {
  const ending = PASTED_NAME.exec(file.name)?.[1];
  if (ending === undefined) return file;
  const time = at.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return new File([file], `Pasted image ${time}.${ending}`, { type: file.type });
}

/** Where text goes that is pasted there. */
const TEXT_FIELDS = 'input, textarea, [contenteditable="true"]';

/** Office programs hand over text together with a picture of it: in a field the text is meant. */
function isText({ target, clipboardData }: ClipboardEvent): boolean {
  const inField = target instanceof Element && target.closest(TEXT_FIELDS) !== null;
  return inField && clipboardData?.types.includes('text/plain') === true;
}

/** Hears of pictures pasted anywhere on the page; text that is pasted goes where it was going. */
export function usePastedImages(add: ((files: readonly File[]) => void) | null): void {
  useEffect(() => {
    if (add === null) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isText(event)) return;
      event.preventDefault();
      const now = new Date();
      add(files.map((file) => named(file, now)));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [add]);
}

/** Sends a logo to Storage: checked, measured, uploaded, and handed back with what a deck needs to know of it. */
import type { Logo } from '@docket/model/deck';
import { storagePaths } from '@docket/model/paths';
import { useEffect, useRef, useState } from 'react';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import { useClient } from '../../../../data/hooks.ts';
import type { UploadHandle } from '../../../../data/ports.ts';
import { useWorkspace } from '../../../../data/workspace.ts';
import { judgeLogo, LOGO_HEAD_BYTES } from './judge-logo.ts';

export type LogoUpload =
  | { state: 'none' }
  /** `percent` from 0 to 100. */
  | { state: 'sending'; name: string; percent: number }
  | { state: 'refused'; reason: string };

/** Width and height in pixels as the picture is shown; null when it cannot be decoded. */
async function measure(file: Blob): Promise<{ width: number; height: number } | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}

/** `onLogo` is called with each logo that has arrived, unless the page has been left meanwhile. */
export function useLogoUpload(collectionId: string, onLogo: (logo: Logo) => void) {
  const { database, files } = useClient().backend;
  const workspace = useWorkspace();
  const [upload, setUpload] = useState<LogoUpload>({ state: 'none' });
  const handle = useRef<UploadHandle | null>(null);
  useEffect(() => () => handle.current?.cancel(), []);

  const refuse = (reason: string) => setUpload({ state: 'refused', reason });

  const arrived = async (path: string, size: { width: number; height: number }) => {
    try {
      onLogo({ path, token: await files.token(path), ...size });
      setUpload({ state: 'none' });
    } catch (error) {
      refuse(dataErrorMessage(error));
    }
  };

  const send = async (file: File) => {
    const head = new Uint8Array(await file.slice(0, LOGO_HEAD_BYTES).arrayBuffer());
    const verdict = judgeLogo(file.name, file.size, head);
    if (!verdict.ok) return refuse(verdict.reason);
    const size = await measure(file);
    if (size === null) return refuse(`“${file.name}” is damaged and cannot be shown. Save it again.`);
    const path = storagePaths.logo(workspace.id, collectionId, `${database.newId()}.${verdict.ending}`);
    setUpload({ state: 'sending', name: file.name, percent: 0 });
    handle.current?.cancel();
    handle.current = files.upload(path, file, verdict.contentType, {
      progress: (sent, total) =>
        setUpload({ state: 'sending', name: file.name, percent: total === 0 ? 0 : (sent / total) * 100 }),
      done: () => void arrived(path, size),
      failed: (error) => refuse(dataErrorMessage(error)),
    });
  };

  return {
    upload,
    send: (file: File) =>
      void send(file).catch(() =>
        refuse('This file could not be opened. It may have been moved or deleted.'),
      ),
    cancel: () => {
      handle.current?.cancel();
      setUpload({ state: 'none' });
    },
  };
}

/** Sends a file of parts to Storage, and starts what it is for when it has arrived. */
import type { PartsMapping } from '@docket/model/fitment/part-tables';
import { storagePaths } from '@docket/model/paths';
import { safeObjectName } from '@docket/model/upload/object-name';
import { useEffect, useRef, useState } from 'react';
import { createUploadJob, startPartsImport } from '@docket/model/commands/fitment-commands';
import { dataErrorMessage } from '../../../../data/error-messages.ts';
import { useClient } from '../../../../data/hooks.ts';
import type { UploadHandle } from '../../../../data/ports.ts';
import { useActor } from '../../../../data/workspace.ts';
import { examinePartsFile } from '@docket/model/fitment/judge-parts-file';

/** What the parts of a file are wanted for: to be parts of the workspace, or for a job of their own. */
export type Purpose = { kind: 'import' } | { kind: 'job'; name: string };

export interface SentFile {
  file: File;
  /** Empty: the columns are recognised. */
  mapping: PartsMapping;
  purpose: Purpose;
}

export type Sending =
  | { state: 'none' }
  /** `percent` from 0 to 100. */
  | { state: 'sending'; percent: number }
  | { state: 'refused'; reason: string };

/** `onStarted` is called with the id of the import or the job, unless the page has been left meanwhile. */
export function useSendParts(onStarted: (id: string, sent: SentFile) => void) {
  const { database, files } = useClient().backend;
  const actor = useActor();
  const [sending, setSending] = useState<Sending>({ state: 'none' });
  const handle = useRef<UploadHandle | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      handle.current?.cancel();
    };
  }, []);
  const refuse = (reason: string) => setSending({ state: 'refused', reason });

  const send = async (sent: SentFile) => {
    const { file, mapping, purpose } = sent;
    setSending({ state: 'sending', percent: 0 });
    const verdict = await examinePartsFile(file);
    if (left.current) return;
    if (!verdict.ok) {
      refuse(verdict.reason);
      return;
    }
    const id = database.newId();
    const name = safeObjectName(file.name);
    const path =
      purpose.kind === 'import'
        ? storagePaths.partsImportFile(actor.workspaceId, id, name)
        : storagePaths.fitmentJobFile(actor.workspaceId, id, name);
    const start = async () => {
      const content = { file_name: file.name.slice(0, 300), storage_path: path, size: file.size, mapping };
      try {
        await database.commit(
          purpose.kind === 'import'
            ? startPartsImport(actor, id, content)
            : createUploadJob(actor, id, purpose.name, content),
        );
        if (!left.current) onStarted(id, sent);
      } catch (error) {
        // A file without its record would be of no use to anybody.
        void files.remove(path).catch(() => undefined);
        refuse(dataErrorMessage(error));
      }
    };
    handle.current = files.upload(path, file, verdict.contentType, {
      progress: (done, total) =>
        setSending({ state: 'sending', percent: total === 0 ? 0 : (done / total) * 100 }),
      done: () => void start(),
      failed: (error) => refuse(dataErrorMessage(error)),
    });
  };
  return { sending, send: (sent: SentFile) => void send(sent) };
}
